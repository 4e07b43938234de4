package dev.claimgraph;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** Runs a test against the whole service on the sample company, which such tests share and only add to. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "claimgraph.limits.failed-logins=1000000")
@ContextConfiguration(initializers = TemporaryDataFolder.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
@Import({TestClock.InPlace.class, Doors.class})
public @interface SampleCompanyTest {}
