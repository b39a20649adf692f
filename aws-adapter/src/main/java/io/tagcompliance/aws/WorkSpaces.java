package io.tagcompliance.aws;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.workspaces.WorkSpacesClient;
import software.amazon.awssdk.services.workspaces.model.DescribeWorkspacesResponse;
import software.amazon.awssdk.services.workspaces.model.Tag;
import software.amazon.awssdk.services.workspaces.model.Workspace;
import software.amazon.awssdk.services.workspaces.model.WorkspaceState;

/** Virtual desktops, without terminated ones. */
final class WorkSpaces {
    private static final int PAGE = 25;
    private static final Set<WorkspaceState> GONE = EnumSet.of(WorkspaceState.TERMINATING, WorkspaceState.TERMINATED);

    static final AwsType TYPE = AwsType.named("workspaces:workspace", "workspace/")
            .listedBy("workspaces:DescribeWorkspaces", WorkSpaces::page)
            .tagsBy("workspaces:DescribeTags", WorkSpaces::tags);

    private WorkSpaces() {}

    private static Page<Entry> page(Place place, Token token) {
        DescribeWorkspacesResponse answer = client(place).describeWorkspaces(request -> {
            request.limit(PAGE);
            token.into(request::nextToken);
        });
        return Page.of(
                answer.workspaces().stream()
                        .filter(workspace -> !GONE.contains(workspace.state()))
                        .map(workspace -> entry(place, workspace))
                        .toList(),
                answer.nextToken());
    }

    private static Entry entry(Place place, Workspace workspace) {
        return Entry.of(place.arn("workspaces", "workspace/" + workspace.workspaceId()))
                .inState(workspace.stateAsString());
    }

    private static Map<String, String> tags(Place place, Arn arn) {
        return Entry.tags(
                client(place)
                        .describeTags(request -> request.resourceId(arn.name()))
                        .tagList(),
                Tag::key,
                Tag::value);
    }

    private static WorkSpacesClient client(Place place) {
        return place.client(WorkSpacesClient.class, WorkSpacesClient::builder);
    }
}
