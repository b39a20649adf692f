package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.server.guard.KeyedDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    private static final PersonalData MASKED = masked((byte) 1);

    private static PersonalData masked(byte key) {
        return new PersonalData.Masked(new KeyedDigest(() -> new byte[] {key})::of);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Owner",
                "owner",
                "COSTOWNER",
                "TechOwner",
                "owner_name",
                "created-by",
                "CreatedBy",
                "Creator",
                "OwnedBy",
                "managed_by",
                "ProjectManager",
                "Requester",
                "requested-by",
                "ApprovedBy",
                "contact",
                "author",
                "maintainer",
                "MaintainedBy",
                "responsible",
                "e-mail"
            })
    void every_value_of_a_key_that_names_persons_is_masked(String key) {
        assertThat(MASKED.value(key, "Ann Smith")).matches("person-[0-9a-f]{10}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Team", "CostCenter", "Ownership", "Environment", "region", ""})
    void a_value_of_another_key_is_masked_where_it_holds_an_address_only(String key) {
        assertThat(MASKED.value(key, "platform")).isEqualTo("platform");
        assertThat(MASKED.value(key, "Ann <ann@example.com>")).matches("Ann <person-[0-9a-f]{10}>");
    }

    @Test
    void one_person_has_one_pseudonym_by_one_key_and_another_by_another() {
        assertThat(MASKED.value("Owner", " Ann@Example.com"))
                .isEqualTo(MASKED.value("Owner", "ann@example.com"))
                .isEqualTo(MASKED.value("Team", "ann@example.com"))
                .isNotEqualTo(MASKED.value("Owner", "bob@example.com"))
                .isNotEqualTo(masked((byte) 2).value("Owner", "ann@example.com"));
    }

    @Test
    void no_value_is_nobody() {
        assertThat(MASKED.value("Owner", "")).isEmpty();
    }

    @Test
    void an_address_within_an_identifier_is_masked_and_the_rest_stays() {
        assertThat(MASKED.text("arn:aws:iam::111111111111:user/ann@example.com"))
                .matches("arn:aws:iam::111111111111:user/person-[0-9a-f]{10}");
    }

    @Test
    void who_does_not_want_it_gets_everything_as_it_is() {
        PersonalData shown = new PersonalData.Shown();

        assertThat(shown.value("Owner", "ann@example.com")).isEqualTo("ann@example.com");
        assertThat(shown.text("user/ann@example.com")).isEqualTo("user/ann@example.com");
    }
}
