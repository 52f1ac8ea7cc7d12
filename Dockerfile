# The production image: built in stages, started from layers that change seldom, with an ahead-of-time cache that a
# training start of the same image wrote. Build: docker build -t slipway .
FROM maven:3-eclipse-temurin-25 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml ./
RUN mvn -B -ntp -Dquick dependency:go-offline
COPY src src
COPY db db
COPY .ci/javac-exports .ci/javac-exports
RUN mvn -B -ntp -Dquick -DskipTests package \
 && java -Djarmode=tools -jar target/slipway-*.jar extract --layers --destination layers --application-filename slipway.jar

FROM eclipse-temurin:25-jre AS run
RUN useradd --system --uid 10001 --no-create-home slipway
WORKDIR /slipway
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY java-options java-training-options ./
# The cache of loaded and linked classes.
RUN java @java-options @java-training-options -XX:AOTCacheOutput=/slipway/slipway.aot -jar slipway.jar
USER slipway
EXPOSE 8080
# The file system is read only: Tomcat's work folder goes to /tmp, which docker-compose.yml mounts in memory.
# Two arenas are enough for what the JVM allocates outside its heap; the C library would make eight for each core.
ENV JAVA_TOOL_OPTIONS="-Djava.io.tmpdir=/tmp" MALLOC_ARENA_MAX=2
ENTRYPOINT ["sh", "-c", "[ ! -f slipway.aot ] || set -- -XX:AOTCache=slipway.aot; exec java @java-options \"$@\" -jar slipway.jar $SLIPWAY_ARGUMENTS", "slipway"]
