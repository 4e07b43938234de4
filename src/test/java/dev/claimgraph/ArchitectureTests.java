package dev.claimgraph;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.NullMarked;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

/** Keeps what the module test does not see: how packages are named, what stays inside, who touches the database. */
@AnalyzeClasses(packages = "dev.claimgraph", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule packagesAreNamedByTheDomain = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..",
                    "..core..",
                    "..dto..",
                    "..helper..",
                    "..impl..",
                    "..mapper..",
                    "..model..",
                    "..service..",
                    "..util..",
                    "..utils..");

    @ArchTest
    static final ArchRule packagesAreFlat = classes().should().resideInAnyPackage("dev.claimgraph", "dev.claimgraph.*");

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes().should(be(inANullMarkedPackage()));

    @ArchTest
    static final ArchRule controllersAndConfigurationsStayInside = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(Configuration.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule controllersRunNoCypher = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Neo4jClient.class);

    @ArchTest
    static final ArchRule fieldsAreAnsweredByControllers = methods()
            .that()
            .areAnnotatedWith(QueryMapping.class)
            .or()
            .areAnnotatedWith(MutationMapping.class)
            .or()
            .areAnnotatedWith(SubscriptionMapping.class)
            .or()
            .areAnnotatedWith(SchemaMapping.class)
            .or()
            .areAnnotatedWith(BatchMapping.class)
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class);

    @ArchTest
    static final ArchRule onlyTheGraphModuleHoldsTheDriver = noClasses()
            .that()
            .resideOutsideOfPackage("dev.claimgraph.graph")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Driver.class, Session.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("dev.claimgraph.graph")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now");

    @ArchTest
    static final ArchRule onlyCommandsAndTheSentenceOfARefusedStartPrint = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(OneSentence|ClaimgraphApplication|Backup|ImportCommand|ExportCommand)")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule logsGoThroughOneFacade = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    private static DescribedPredicate<JavaClass> inANullMarkedPackage() {
        return DescribedPredicate.describe(
                "in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }
}
