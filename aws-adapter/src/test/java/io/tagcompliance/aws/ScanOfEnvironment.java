package io.tagcompliance.aws;

import io.tagcompliance.testkit.CollectingSink;
import java.net.URI;
import java.util.Set;

/** A scan in a process of its own, with what its environment says; the argument is the lab's end. Prints what it found. */
final class ScanOfEnvironment {
    private ScanOfEnvironment() {}

    public static void main(String[] arguments) throws Exception {
        Connection lab = LabConnection.to(URI.create(arguments[0]));
        Connection here = new Connection(lab.end(), Connection.STANDARD.credentials(), lab.pace());
        CollectingSink sink = new CollectingSink();
        try (AwsCloud cloud = AwsCloud.of(new AwsSettings(Set.of(LabEstate.IRELAND)), here)) {
            cloud.inventory().scan(AwsLabTest.of("sqs:queue", "sns:topic", "ec2:volume", "rds:db"), sink);
        }
        System.out.println("resources=" + sink.resources().size() + " gaps=" + sink.gaps());
    }
}
