package io.tagcompliance.audit;

import io.tagcompliance.core.history.KeptScan;
import io.tagcompliance.core.history.Snapshot;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A snapshot as bytes: texts that come often once, then as numbers, packed. What a cloud says of a resource besides its tags isn't kept. */
final class SnapshotBytes {
    private static final int FORM = 2;

    private SnapshotBytes() {}

    static byte[] write(Snapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater quick = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, quick, 1 << 16))) {
            TextNumbers texts = new TextNumbers(out);
            out.writeInt(FORM);
            out.writeInt(snapshot.gaps().size());
            for (ScanGap gap : snapshot.gaps()) {
                write(gap, texts);
            }
            out.writeInt(snapshot.resources().size());
            for (Resource resource : snapshot.resources()) {
                write(resource, texts, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            quick.end();
        }
        return bytes.toByteArray();
    }

    private static void write(ScanGap gap, TextNumbers texts) throws IOException {
        Extent extent = gap.extent();
        List<String> place = switch (extent) {
            case Extent.OfCloud all -> List.of();
            case Extent.OfAccount of -> List.of(of.account().text());
            case Extent.OfRegion of -> List.of(of.account().text(), of.region().text());
            case Extent.Cell cell ->
                List.of(cell.account().text(), cell.region().text(), cell.type().name());
        };
        texts.write(extent.cloud().id());
        for (int part = 0; part < 3; part++) {
            texts.write(part < place.size() ? place.get(part) : "");
        }
        write(gap.failure(), texts);
        texts.write(gap.kept().name());
    }

    private static void write(ReadFailure failure, TextNumbers texts) throws IOException {
        texts.write(failure.kind().name());
        texts.write(failure.operation());
        texts.write(failure.remedy());
    }

    private static void write(Resource resource, TextNumbers texts, DataOutputStream out) throws IOException {
        texts.write(resource.id().cloud().id());
        texts.writeOnce(resource.id().text());
        texts.write(resource.type().name());
        texts.write(resource.location().account().text());
        texts.write(resource.location().region().text());
        texts.write(resource.location().group().name());
        texts.writeOnce(resource.name());
        switch (resource.creation()) {
            case Creation.Unknown unknown -> out.writeLong(Long.MIN_VALUE);
            case Creation.At at -> {
                Instant made = at.instant();
                out.writeLong(made.getEpochSecond());
                out.writeInt(made.getNano());
            }
        }
        switch (resource.tags()) {
            case TagReading.Unknown unknown -> {
                out.writeInt(-1);
                write(unknown.failure(), texts);
            }
            case TagReading.Known known -> {
                out.writeInt(known.tags().size());
                for (int index = 0; index < known.tags().size(); index++) {
                    texts.write(known.tags().key(index));
                    texts.write(known.tags().value(index));
                }
            }
        }
    }

    /** @throws SQLException where these are no such bytes: then the file is damaged */
    static Snapshot read(KeptScan name, byte[] bytes) throws SQLException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != FORM) {
                throw SqliteFailures.newer();
            }
            NumberedTexts texts = new NumberedTexts(in);
            List<ScanGap> gaps = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                gaps.add(gap(texts));
            }
            return new Snapshot(name.scan(), name.takenAt(), resources(texts, in), gaps);
        } catch (IOException | IllegalArgumentException damaged) {
            throw SqliteFailures.corrupt();
        }
    }

    private static ScanGap gap(NumberedTexts texts) throws IOException {
        Cloud cloud = new Cloud(texts.read());
        String account = texts.read();
        String region = texts.read();
        String type = texts.read();
        return new ScanGap(extent(cloud, account, region, type), failure(texts), ScanGap.Kept.valueOf(texts.read()));
    }

    private static Extent extent(Cloud cloud, String account, String region, String type) {
        if (account.isEmpty()) {
            return new Extent.OfCloud(cloud);
        }
        if (region.isEmpty()) {
            return new Extent.OfAccount(cloud, new AccountId(account));
        }
        return type.isEmpty()
                ? new Extent.OfRegion(cloud, new AccountId(account), new Region(region))
                : new Extent.Cell(cloud, new AccountId(account), new Region(region), new ResourceType(type));
    }

    private static ReadFailure failure(NumberedTexts texts) throws IOException {
        return new ReadFailure(ReadFailure.Kind.valueOf(texts.read()), texts.read(), texts.read());
    }

    private static ResourceColumns resources(NumberedTexts texts, DataInputStream in) throws IOException {
        ResourceColumnsBuilder columns = ResourceColumnsBuilder.inOrder();
        for (int left = in.readInt(); left > 0; left--) {
            columns.add(resource(texts, in));
        }
        return columns.build();
    }

    private static Resource resource(NumberedTexts texts, DataInputStream in) throws IOException {
        ResourceId id = new ResourceId(new Cloud(texts.read()), texts.readOnce());
        ResourceType type = new ResourceType(texts.read());
        AccountId account = new AccountId(texts.read());
        Region region = new Region(texts.read());
        String group = texts.read();
        String name = texts.readOnce();
        Creation creation = creation(in);
        return new Resource(
                id,
                type,
                new Location(account, region, group.isEmpty() ? ResourceGroup.NONE : new ResourceGroup(group)),
                name,
                tags(texts, in),
                creation);
    }

    private static Creation creation(DataInputStream in) throws IOException {
        long second = in.readLong();
        return second == Long.MIN_VALUE
                ? Creation.UNKNOWN
                : new Creation.At(Instant.ofEpochSecond(second, in.readInt()));
    }

    private static TagReading tags(NumberedTexts texts, DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            return new TagReading.Unknown(failure(texts));
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (int left = count; left > 0; left--) {
            tags.put(texts.read(), texts.read());
        }
        return new TagReading.Known(Tags.of(tags));
    }
}
