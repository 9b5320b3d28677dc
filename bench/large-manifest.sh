#!/bin/sh
# Checks a manifest file of 100 MB: wall clock and peak memory of the whole process. Most deployments in it are
# as they should be except for their probes and limits, as in a real export. Needs GNU time where there is one.
set -eu
cd "$(dirname "$0")/.."
file=$(mktemp)
trap 'rm -f "$file"' EXIT
awk 'BEGIN {
  for (n = 0; n < 100000; n++) {
    printf "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: odoo-%d\n  namespace: tenant-%d\n", n, n % 50
    printf "  labels: {app: odoo, tenant: t%d}\n  annotations:\n", n % 50
    for (i = 0; i < 8; i++) printf "    example.com/note-%d: \"%0*d\"\n", i, 40, n
    printf "spec:\n  replicas: 2\n  selector: {matchLabels: {app: odoo}}\n  template:\n    metadata:\n"
    printf "      labels: {app: odoo}\n    spec:\n      containers:\n        - name: odoo\n"
    printf "          image: registry.example/odoo@sha256:%064d\n          ports: [{containerPort: 8069}]\n", n
    printf "          resources:\n            requests: {cpu: 500m, memory: 1Gi}\n            limits: {cpu: \"2\", memory: 2Gi}\n---\n"
  }
}' >"$file"
ls -l "$file" | awk '{ printf "%.0f MB\n", $5 / 1e6 }'
if [ -x /usr/bin/time ]; then
  /usr/bin/time -f '%e s wall, %U s user, %M KB peak' ./interlock check "$file" | tail -2
else
  time ./interlock check "$file" | tail -2
fi
