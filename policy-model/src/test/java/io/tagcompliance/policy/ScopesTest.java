package io.tagcompliance.policy;

import static io.tagcompliance.policy.Cloud.AWS;
import static io.tagcompliance.policy.Cloud.AZURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The resources that rules and exemptions are about, and which of two scopes lies in the other. */
class ScopesTest {
    private static final Place HERE = new Place("111", "EU-West-1", "Shop", "legacy-db");
    private static final ResourceType INSTANCE = new ResourceType("ec2:instance");
    private static final ResourceType VOLUME = new ResourceType("ec2:volume");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @Test
    void anywhere_is_every_place() {
        assertThat(PlaceScope.ANYWHERE.covers(AWS, HERE)).isTrue();
        assertThat(PlaceScope.ANYWHERE.covers(AWS, Place.UNKNOWN)).isTrue();
    }

    @Test
    void each_restriction_must_hold_and_what_is_unknown_fulfils_none() {
        List<PlaceScope> holding = List.of(
                clouds(AWS, AZURE),
                accounts("111", "222"),
                regions("eu-WEST-1"),
                groups("SHOP"),
                names("other", "LEGACY-*"));
        List<PlaceScope> failing =
                List.of(clouds(AZURE), accounts("222"), regions("eu-west-2"), groups("shop2"), names("db", "x*"));

        assertThat(holding).allMatch(scope -> scope.covers(AWS, HERE));
        assertThat(failing).noneMatch(scope -> scope.covers(AWS, HERE));
        assertThat(holding.subList(1, 5)).noneMatch(scope -> scope.covers(AWS, Place.UNKNOWN));
        for (PlaceScope one : failing) {
            assertThat(all(one, holding).covers(AWS, HERE)).as("%s", one).isFalse();
        }
        assertThat(all(PlaceScope.ANYWHERE, holding).covers(AWS, HERE)).isTrue();
    }

    /** The scope, with the restrictions of the others wherever it has none itself. */
    private static PlaceScope all(PlaceScope one, List<PlaceScope> others) {
        PlaceScope all = one;
        for (PlaceScope other : others) {
            all = new PlaceScope(
                    or(all.clouds(), other.clouds()),
                    or(all.accounts(), other.accounts()),
                    or(all.regions(), other.regions()),
                    or(all.groups(), other.groups()),
                    or(all.names(), other.names()));
        }
        return all;
    }

    private static <T> Set<T> or(Set<T> some, Set<T> others) {
        return some.isEmpty() ? others : some;
    }

    @Test
    void regions_and_groups_are_kept_in_lower_case_and_in_order() {
        assertThat(regions("B", "a").regions()).containsExactly("b", "a");
        assertThat(groups("B", "a").groups()).containsExactly("b", "a");
        assertThat(accounts("B", "a").accounts()).containsExactly("B", "a");
    }

    @Test
    void a_place_lies_in_another_where_it_is_restricted_at_least_as_much() {
        for (Restriction restriction : Restriction.all()) {
            PlaceScope one = restriction.of("a");
            PlaceScope two = restriction.of("a", "b");
            assertThat(one.isWithin(two)).isTrue();
            assertThat(one.isWithin(one)).isTrue();
            assertThat(two.isWithin(one)).isFalse();
            assertThat(one.isWithin(PlaceScope.ANYWHERE)).isTrue();
            assertThat(PlaceScope.ANYWHERE.isWithin(one)).isFalse();
        }
        assertThat(names("ab").isWithin(names("x", "a*"))).isTrue();
        assertThat(names("a*").isWithin(names("ab"))).isFalse();
        assertThat(names("ab", "y").isWithin(names("x", "a*"))).isFalse();
    }

    @Test
    void two_places_overlap_where_something_may_lie_in_both() {
        for (Restriction restriction : Restriction.all()) {
            PlaceScope one = restriction.of("a", "b");
            assertThat(one.overlaps(restriction.of("b", "c"))).isTrue();
            assertThat(one.overlaps(restriction.of("c", "d"))).isFalse();
            assertThat(one.overlaps(PlaceScope.ANYWHERE)).isTrue();
            assertThat(PlaceScope.ANYWHERE.overlaps(one)).isTrue();
        }
        assertThat(names("a*").overlaps(names("x", "*b"))).isTrue();
        assertThat(names("a*").overlaps(names("b*"))).isFalse();
    }

    /** One way to restrict a place. */
    private interface Restriction {
        PlaceScope of(String... texts);

        static List<Restriction> all() {
            return List.of(ScopesTest::accounts, ScopesTest::regions, ScopesTest::groups, ScopesTest::names);
        }
    }

    @Test
    void a_rule_is_about_its_types_at_its_place() {
        RuleScope scope = new RuleScope(types(INSTANCE), accounts("111"));

        assertThat(scope.covers(AWS, INSTANCE, HERE)).isTrue();
        assertThat(scope.covers(AWS, VOLUME, HERE)).isFalse();
        assertThat(scope.covers(AWS, INSTANCE, Place.UNKNOWN)).isFalse();
    }

    @Test
    void fewer_types_fewer_places_and_fewer_clouds_are_more_specific() {
        RuleScope everything = RuleScope.EVERYTHING;
        RuleScope instances = new RuleScope(types(INSTANCE), PlaceScope.ANYWHERE);
        RuleScope here = new RuleScope(AppliesTo.EVERYTHING, accounts("111"));
        RuleScope onAws = new RuleScope(AppliesTo.EVERYTHING, clouds(AWS));
        RuleScope typesOfAws = new RuleScope(selected(new AppliesTo.OfCloud(AWS)), PlaceScope.ANYWHERE);

        for (RuleScope scope : List.of(instances, here, onAws, typesOfAws)) {
            assertThat(scope.isMoreSpecificThan(everything)).isTrue();
            assertThat(everything.isMoreSpecificThan(scope)).isFalse();
            assertThat(scope.isMoreSpecificThan(scope)).isFalse();
            assertThat(scope.overlaps(everything)).isTrue();
        }
        assertThat(instances.isMoreSpecificThan(typesOfAws)).isTrue();
        assertThat(instances.isMoreSpecificThan(here)).isFalse();
        assertThat(onAws.isMoreSpecificThan(typesOfAws)).isFalse();
        assertThat(typesOfAws.isMoreSpecificThan(onAws)).isFalse();
    }

    @Test
    void a_category_is_as_specific_as_the_types_that_it_holds() {
        RuleScope buckets = new RuleScope(selected(new AppliesTo.OfCategory(Category.OBJECT_BUCKET)), clouds(AWS));
        RuleScope bucket = new RuleScope(types(new ResourceType("S3:bucket")), PlaceScope.ANYWHERE);

        assertThat(buckets.isMoreSpecificThan(bucket)).isFalse();
        assertThat(bucket.isMoreSpecificThan(buckets)).isFalse();
        assertThat(bucket.overlaps(buckets)).isTrue();
    }

    @Test
    void scopes_overlap_where_some_type_of_some_cloud_is_in_both() {
        RuleScope instances = new RuleScope(types(INSTANCE), PlaceScope.ANYWHERE);

        assertThat(instances.overlaps(new RuleScope(types(VOLUME, INSTANCE), PlaceScope.ANYWHERE)))
                .isTrue();
        assertThat(instances.overlaps(new RuleScope(types(VOLUME), PlaceScope.ANYWHERE)))
                .isFalse();
        assertThat(instances.overlaps(new RuleScope(AppliesTo.EVERYTHING, clouds(AZURE))))
                .isFalse();
        assertThat(new RuleScope(types(INSTANCE), accounts("1"))
                        .overlaps(new RuleScope(types(INSTANCE), accounts("2"))))
                .isFalse();
        RuleScope unknown = new RuleScope(types(new ResourceType("brand:new")), clouds(new Cloud("oracle")));
        assertThat(unknown.overlaps(
                        new RuleScope(selected(new AppliesTo.OfCloud(new Cloud("oracle"))), PlaceScope.ANYWHERE)))
                .isTrue();
        assertThat(unknown.overlaps(new RuleScope(AppliesTo.EVERYTHING, clouds(AWS))))
                .isFalse();
    }

    @Test
    void a_selection_names_types_categories_and_clouds() {
        AppliesTo.Selected some = (AppliesTo.Selected) selected(
                new AppliesTo.OfType(INSTANCE), new AppliesTo.OfCategory(Category.CACHE), new AppliesTo.OfCloud(AZURE));

        assertThat(some.types()).containsExactly(INSTANCE);
        assertThat(some.clouds()).containsExactly(AZURE);
        assertThat(some.texts(AppliesTo.OfCategory.class, of -> of.category().label()))
                .containsExactly("cache");
        assertThat(some.covers(AWS, new ResourceType("elasticache:cluster"))).isTrue();
        assertThat(some.covers(AZURE, new ResourceType("any.thing"))).isTrue();
        assertThat(some.covers(AWS, VOLUME)).isFalse();
        assertThat(some.covers(AWS, new ResourceType("no:such"))).isFalse();
        assertThat(AppliesTo.EVERYTHING.covers(AWS, VOLUME)).isTrue();
        assertThat(AppliesTo.EVERYTHING.types()).isEmpty();
        assertThat(AppliesTo.EVERYTHING.clouds()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new AppliesTo.Selected(Set.of()));
    }

    @Test
    void an_exemption_is_about_resources_at_a_place() {
        Exemption both = exemption(Set.of(new NamePattern("arn:*:db:*")), accounts("111"), Set.of());
        Exemption place = exemption(Set.of(), accounts("111"), Set.of());

        assertThat(both.covers(AWS, "ARN:aws:rds:db:x", HERE)).isTrue();
        assertThat(both.covers(AWS, "arn:aws:rds:db:x", Place.UNKNOWN)).isFalse();
        assertThat(both.covers(AWS, "arn:aws:s3:::x", HERE)).isFalse();
        assertThat(place.covers(AWS, "arn:aws:s3:::x", HERE)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exemption(Set.of(), PlaceScope.ANYWHERE, Set.of()))
                .withMessage("an exemption names resources or a place");
    }

    @Test
    void an_exemption_waives_its_rules_until_the_end_of_its_last_day() {
        Exemption some = exemption(Set.of(), accounts("111"), Set.of(new RuleId("a")));

        assertThat(some.waives(new RuleId("a"))).isTrue();
        assertThat(some.waives(new RuleId("b"))).isFalse();
        assertThat(exemption(Set.of(), accounts("111"), Set.of()).waives(new RuleId("b")))
                .isTrue();
        assertThat(some.holdsOn(DAY)).isTrue();
        assertThat(some.holdsOn(DAY.plusDays(1))).isFalse();
    }

    @Test
    void somebody_answers_for_an_exemption() {
        for (List<String> blank : List.of(List.of(" ", "r", "o"), List.of("i", "", "o"), List.of("i", "r", ""))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Exemption(
                            blank.get(0), Set.of(), accounts("1"), Set.of(), blank.get(1), blank.get(2), DAY))
                    .withMessage("an exemption has an id, a reason and an owner");
        }
    }

    private static Exemption exemption(Set<NamePattern> resources, PlaceScope where, Set<RuleId> rules) {
        return new Exemption("id", resources, where, rules, "because", "somebody", DAY);
    }

    private static AppliesTo types(ResourceType... types) {
        return new AppliesTo.Selected(
                Stream.of(types).map(AppliesTo.OfType::new).collect(Collectors.toSet()));
    }

    private static AppliesTo selected(AppliesTo.Selector... selectors) {
        return new AppliesTo.Selected(Set.of(selectors));
    }

    private static PlaceScope clouds(Cloud... clouds) {
        return new PlaceScope(Set.of(clouds), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static PlaceScope accounts(String... accounts) {
        return new PlaceScope(Set.of(), inOrder(accounts), Set.of(), Set.of(), Set.of());
    }

    private static PlaceScope regions(String... regions) {
        return new PlaceScope(Set.of(), Set.of(), inOrder(regions), Set.of(), Set.of());
    }

    private static PlaceScope groups(String... groups) {
        return new PlaceScope(Set.of(), Set.of(), Set.of(), inOrder(groups), Set.of());
    }

    private static PlaceScope names(String... names) {
        return new PlaceScope(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Stream.of(names).map(NamePattern::new).collect(Collectors.toSet()));
    }

    private static Set<String> inOrder(String... texts) {
        return new LinkedHashSet<>(List.of(texts));
    }
}
