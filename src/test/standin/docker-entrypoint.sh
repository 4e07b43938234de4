#!/bin/bash
# The part of the official image's entry point that is used here: settings as NEO4J_…, and the first password in NEO4J_AUTH.
set -euo pipefail

tool() { java -cp "$NEO4J_HOME/lib/*" "org.neo4j.server.startup.$1" "${@:2}"; }

settings() {
  echo server.jvm.additional=--enable-native-access=ALL-UNNAMED
  echo server.default_listen_address=0.0.0.0
  for name in "${!NEO4J_@}"; do
    case $name in NEO4J_AUTH | NEO4J_HOME) continue ;; esac
    echo "$(sed 's/^NEO4J_//; s/_/./g; s/\.\./_/g' <<< "$name")=${!name}"
  done
  [[ ${NEO4J_AUTH:-} != none ]] || echo dbms.security.auth_enabled=false
}

settings > "$NEO4J_HOME/conf/neo4j.conf"
case ${NEO4J_AUTH:-} in
  neo4j/*) tool Neo4jAdminCommand dbms set-initial-password "${NEO4J_AUTH#neo4j/}" ;;
esac
eval exec "$(tool Neo4jCommand console --dry-run)"
