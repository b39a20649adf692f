package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.ParentLink.Kind;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Traits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS's own tags say of parents. */
class ParentLinksTest {
    private static final ParentLink INSTANCE = new ParentLink(Kind.INSTANCE, "i-1");

    @Test
    void parents_of_aws_s_own_tags_come_after_those_of_the_list() {
        TagReading tags =
                TagReading.known(Map.of("aws:autoscaling:groupName", "web", "Owner", "ann", "aws:unknown", "x"));

        assertThat(ParentLinks.added(new Traits("in-use", List.of(INSTANCE)), tags)
                        .parents())
                .containsExactly(INSTANCE, new ParentLink(Kind.SCALING_GROUP, "web"));
    }

    @ParameterizedTest
    @CsvSource({
        "aws:autoscaling:groupName, SCALING_GROUP",
        "aws:cloudformation:stack-name, STACK",
        "aws:ecs:serviceName, SERVICE",
        "aws:ecs:clusterName, CLUSTER",
        "aws:eks:cluster-name, CLUSTER"
    })
    void each_of_aws_s_own_tags_names_a_parent_of_its_kind(String key, Kind kind) {
        assertThat(ParentLinks.added(Traits.NONE, TagReading.known(Map.of(key, "shop")))
                        .parents())
                .containsExactly(new ParentLink(kind, "shop"));
        assertThat(ParentLinks.added(Traits.NONE, TagReading.known(Map.of(key.substring("aws:".length()), "shop"))))
                .isEqualTo(Traits.NONE);
    }

    @Test
    void a_task_has_its_service_and_its_cluster_for_parents() {
        TagReading tags = TagReading.known(Map.of("aws:ecs:serviceName", "till", "aws:ecs:clusterName", "shop"));

        assertThat(ParentLinks.added(Traits.NONE, tags).parents())
                .containsExactlyInAnyOrder(new ParentLink(Kind.SERVICE, "till"), new ParentLink(Kind.CLUSTER, "shop"));
    }

    @Test
    void a_stack_is_the_resource_group_of_what_it_made() {
        TagReading tags = TagReading.known(Map.of("aws:cloudformation:stack-name", "Shop"));

        assertThat(ParentLinks.stack(tags)).isEqualTo(new ResourceGroup("shop"));
        assertThat(ParentLinks.stack(TagReading.known(Map.of("stack-name", "Shop"))))
                .isEqualTo(ResourceGroup.NONE);
    }

    @Test
    void of_unknown_tags_no_parent_is_known() {
        TagReading unknown =
                new TagReading.Unknown(new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "sqs:ListQueueTags", "Ask."));

        assertThat(ParentLinks.added(Traits.NONE, unknown)).isEqualTo(Traits.NONE);
        assertThat(ParentLinks.stack(unknown)).isEqualTo(ResourceGroup.NONE);
    }
}
