#!/usr/bin/env bash
# Times m365smtp audit on generated repositories of 10,000 lines: a web application, a library that sends mail, a library.
# usage: bench/audit-repositories.sh [number of repositories, default 100] [options of audit, default --restore]
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-100}; shift || true
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tool=src/M365Smtp.Tool/bin/Release/net10.0/m365smtp
[ -x "$tool" ] || dotnet build src/M365Smtp.Tool -c Release -v q

lines() { # a file of about 100 lines that has nothing to do with mail
  echo "namespace $1; public class Order$2 {"
  for i in $(seq 1 70); do
    printf '    public decimal Total%s(System.Collections.Generic.IEnumerable<decimal> prices)\n    {\n        return System.Linq.Enumerable.Sum(prices, price => price * %sm);\n    }\n' "$i" "$i"
  done
  echo "}"
}

first=$folder/repository1
mkdir -p "$first"/{.git,Domain}
cp -r tests/M365Smtp.Audit.Tests/Projects/Shop/{Web,Mail} "$first"
cat > "$first/All.slnx" <<'S'
<Solution><Project Path="Web/Web.csproj" /><Project Path="Mail/Mail.csproj" /><Project Path="Domain/Domain.csproj" /></Solution>
S
sed 's#Microsoft.AspNetCore.App#Microsoft.NETCore.App#' "$first/Mail/Mail.csproj" > "$first/Domain/Domain.csproj"
for i in $(seq 1 34); do for project in Web Mail Domain; do lines "Shop.$project" "$i" > "$first/$project/Order$i.cs"; done; done
for i in $(seq 2 "$count"); do cp -r "$first" "$folder/repository$i"; done
echo "$count repositories, $(cat "$first"/*/*.cs | wc -l) lines each, $(nproc) processors"
time "$tool" audit "$folder" ${@:---restore} --fail-on never | head -1
