# Without the embedded kernel, which is under the GPL: docs/decisions/0001-embedded-kernel-licence.md.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG JRE_IMAGE=eclipse-temurin:25-jre

FROM ${JDK_IMAGE} AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
ENV MAVEN_ARGS="-q -B -Dclaimgraph.external -Dexec.skip -Dmaven.test.skip"
# Of no sources, for what it fetches.
RUN ./mvnw -Dspring-boot.repackage.skip package
COPY . .
RUN ./mvnw package \
    && java -Djarmode=tools -jar target/claimgraph-*.jar extract --layers --destination layers --application-filename claimgraph.jar

FROM ${JRE_IMAGE}
WORKDIR /claimgraph
COPY LICENSE NOTICE ./
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY src/container/healthcheck ./
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=5s --start-period=3m --retries=3 CMD ["./healthcheck"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseParallelGC", "-jar", "claimgraph.jar"]
