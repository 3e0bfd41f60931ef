#!/usr/bin/env bash
# Four offices and a secretariat follow up agreements together, through a server that cannot read them.
# Called by `./dev demo`; everything it makes lies in ./demo, to play with afterwards.
#
#   demo.sh [--english] [--folder DIR]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."

language=es
folder=$PWD/demo
while [ $# -gt 0 ]; do
    case $1 in
        --english) language=en ;;
        --folder) folder=$2 && shift ;;
        *) echo "usage: demo.sh [--english] [--folder DIR]" >&2 && exit 2 ;;
    esac
    shift
done
export PUENTE_LANG=$language
unset PUENTE_HOME PUENTE_PASSPHRASE_FILE PUENTE_PROXY
programs=$PWD/build/bin
data=$PWD/tests/data
server_pid=

# --- telling --------------------------------------------------------------------------------------------------------

tell() { # Spanish, English
    if [ "$language" = es ]; then printf '%s\n' "$1"; else printf '%s\n' "$2"; fi
}
chapter() {
    printf '\n'
    if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then printf '\033[1m'; fi
    tell "== $1" "== $2"
    if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then printf '\033[0m'; fi
}
shown() { sed 's/^/    /'; }

# One number or word out of a JSON answer, which has one member a line.
member() { sed -n "s/^ *\"$1\": \"\\{0,1\\}\\([^\",]*\\)\"\\{0,1\\},\\{0,1\\}\$/\\1/p" | head -n 1; }

# --- offices and the server -----------------------------------------------------------------------------------------

declare -A names=(
    [rrocm]="Secretaría Ejecutiva de la RROCM"
    [san-jose]="Cancillería de Costa Rica"
    [tegucigalpa]="Foro Nacional para las Migraciones de Honduras"
    [mexico]="Sin Fronteras, Ciudad de México"
    [guatemala]="Cancillería de Guatemala"
)

# puente as one office: its own folder, its own passphrase.
office() {
    local who=$1
    shift
    PUENTE_HOME=$folder/$who PUENTE_PASSPHRASE_FILE=$folder/passphrases/$who "$programs/puente" "$@"
}

new_office() { # folder, country, kind
    printf 'puente demo %s\n' "$1" >"$folder/passphrases/$1"
    chmod 600 "$folder/passphrases/$1"
    office "$1" init --quiet --organization "${names[$1]}" --country "$2" --kind "$3" --kdf-memory 64
    make_script "$1"
}

make_script() { # folder
    cat >"$folder/$1.sh" <<END
#!/bin/sh
# puente as ${names[$1]}
export PUENTE_HOME="$folder/$1" PUENTE_PASSPHRASE_FILE="$folder/passphrases/$1"
exec "$programs/puente" "\$@"
END
    chmod +x "$folder/$1.sh"
}

start_server() {
    coproc server { exec "$programs/puente-server" run --home "$folder/server" 2>&1; }
    server_pid=$server_PID
    local line
    read -r line <&"${server[0]}" # its first line: it listens
}
stop_server() {
    [ -n "$server_pid" ] || return 0
    kill "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=
}
trap stop_server EXIT

# A sync, told in one line; conflicts that wait are no failure here.
sync() {
    local answer code=0
    answer=$(office "$1" sync --json) || code=$?
    [ "$code" -le 1 ] || return "$code"
    local up down sent received trips
    up=$(member bytes_up <<<"$answer")
    down=$(member bytes_down <<<"$answer")
    sent=$(member sent_change_sets <<<"$answer")
    received=$(member received_change_sets <<<"$answer")
    trips=$(member round_trips <<<"$answer")
    [ "$(member receipt <<<"$answer")" = true ] || [ "${2:-}" = waiting ]
    tell "  ${names[$1]}: envía $sent cambios ($up bytes), recibe $received ($down bytes), idas y vueltas: $trips" \
        "  ${names[$1]}: sends $sent changes ($up bytes), receives $received ($down bytes), round trips: $trips"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

state_of() { office "$1" status --json | member state_hash; }

# Ends the story if the offices do not hold exactly the same.
all_agree() {
    local first='' who state
    for who in "$@"; do
        state=$(state_of "$who")
        printf '  %s  %s\n' "${state:0:32}" "${names[$who]}"
        first=${first:-$state}
        [ "$state" = "$first" ] || { tell "¡No coinciden!" "They differ!" >&2 && exit 1; }
    done
}

# --- the story ------------------------------------------------------------------------------------------------------

if [ -e "$folder" ] && [ ! -e "$folder/.puente-demo" ]; then
    tell "$folder existe y no es una demostración; muévalo antes." "$folder exists and is no demo; move it first." >&2
    exit 2
fi
rm -rf "$folder"
mkdir -p "$folder/passphrases" "$folder/usb"
touch "$folder/.puente-demo"

chapter "Un servidor que no puede leer nada" "A server that can read nothing"
address=$("$programs/puente-server" init --home "$folder/server" --listen "127.0.0.1:$(free_port)" 2>/dev/null)
start_server
tell "  Su dirección, con las huellas por las que se le reconoce:" "  Its address, with the pins it is known by:"
printf '  %s\n' "$address"

chapter "La secretaría abre un espacio e invita a tres oficinas" "The secretariat opens a space and invites three offices"
new_office rrocm CR secretariat
office rrocm space create "CRM y RROCM" --server "$address" | shown
new_office san-jose CR government
new_office tegucigalpa HN civil_society
new_office mexico MX civil_society
for who in san-jose tegucigalpa mexico; do
    office rrocm invite --quiet --role editor --out "$folder/usb/invite-$who"
done
sync rrocm
for who in san-jose tegucigalpa mexico; do
    office "$who" join "$folder/usb/invite-$who" | head -n 2 | shown
done
tell "  La secretaría sincroniza: las tres solicitudes son legítimas y quedan admitidas." \
    "  The secretariat syncs: the three requests are genuine and are admitted."
sync rrocm
for who in san-jose tegucigalpa mexico; do sync "$who"; done
office rrocm members | shown

chapter "Cada quien trae lo que tiene" "Everyone brings what they have"
tell "  San José importa los acuerdos, Tegucigalpa las reuniones, México las organizaciones:" \
    "  San José imports the agreements, Tegucigalpa the meetings, Mexico the organisations:"
office san-jose import "$data/acuerdos.csv" --type agreement | tail -n 2 | shown
office tegucigalpa import "$data/reuniones.csv" --type meeting | tail -n 2 | shown || true
office mexico import "$data/organizaciones.csv" --type organization | tail -n 2 | shown || true
tell "  La secretaría, sin saberlo, importa las mismas organizaciones." \
    "  The secretariat, unaware of that, imports the same organisations."
office rrocm import "$data/organizaciones.csv" --type organization | tail -n 1 | shown || true
for who in san-jose tegucigalpa mexico rrocm; do sync "$who"; done
for who in san-jose tegucigalpa mexico; do sync "$who"; done
tell "  (El diccionario de compresión se entrenó con estos textos públicos; otros ocupan hasta tres veces más.)" \
    "  (The compression dictionary was trained on these public texts; others take up to three times as much.)"
tell "  Lo que se ingresó dos veces se reconoce y se une de una sola vez:" \
    "  What was entered twice is noticed and joined in one act:"
office rrocm duplicates 2>/dev/null | tail -n 1 | shown || true
office rrocm duplicates join --all | shown

chapter "Se cae la red; todos siguen trabajando" "The network goes down; everybody works on"
stop_server
office san-jose set SEED16-03 due=2026-12-01 status=in_progress | shown
office tegucigalpa set SEED16-03 due=2026-11-15 | shown
office mexico add commitment agreement=SEED16-03 country=MX responsible="Sin Fronteras" due=2027-03-31 | shown
office mexico set SEED16-03 indicator="Gobiernos que aprobaron el plan" | shown
tell "  Sin servidor, sincronizar lo dice y no cambia nada:" "  Without a server, syncing says so and changes nothing:"
office san-jose sync 2>&1 | shown || true

chapter "Vuelve la red" "The network is back"
start_server
for who in san-jose tegucigalpa mexico rrocm; do sync "$who"; done
for who in san-jose tegucigalpa mexico; do sync "$who"; done
tell "  Dos oficinas pusieron plazos distintos. Nada se perdió: el conflicto se ve en todas partes." \
    "  Two offices set different due dates. Nothing was lost: everyone sees the conflict."
for who in san-jose tegucigalpa mexico rrocm; do
    office "$who" conflicts --json >"$folder/conflicts.json" || true
    printf '  %s: %s\n' "${names[$who]}" "$(grep -c '"field": "due"' "$folder/conflicts.json")"
done
rm -f "$folder/conflicts.json"
office rrocm conflicts | shown || true
tell "  Una persona decide en la secretaría, y la decisión llega a todas:" \
    "  A person at the secretariat decides, and the decision reaches all:"
office rrocm resolve SEED16-03 due --choose 1 | shown
for who in rrocm san-jose tegucigalpa mexico; do sync "$who"; done
tell "  Todas las réplicas tienen exactamente lo mismo:" "  All replicas hold exactly the same:"
all_agree rrocm san-jose tegucigalpa mexico

chapter "Se une una cuarta oficina" "A fourth office joins"
new_office guatemala GT government
office rrocm invite --quiet --role editor --out "$folder/usb/invite-guatemala"
sync rrocm
office guatemala join "$folder/usb/invite-guatemala" | head -n 2 | shown
sync rrocm
sync guatemala
office guatemala list agreement | tail -n 1 | shown

chapter "Una oficina sin internet intercambia con una memoria USB" "An office without internet exchanges by USB stick"
office tegucigalpa add update subject=SEED16-03 quarter=2026-T4 text="Once gobiernos recibieron el plan; cuatro lo aprobaron." progress=40 | shown
office tegucigalpa bundle export "$folder/usb/tegucigalpa.puente" | shown
office san-jose bundle import "$folder/usb/tegucigalpa.puente" | shown
sync san-jose
office san-jose bundle export --quiet "$folder/usb/san-jose.puente"
office tegucigalpa bundle import "$folder/usb/san-jose.puente" | shown
for who in rrocm mexico guatemala; do sync "$who"; done

chapter "Roban el portátil de Tegucigalpa" "Tegucigalpa's laptop is stolen"
tell "  Tegucigalpa había repartido su llave entre tres personas de confianza; dos bastan para recuperarla." \
    "  Tegucigalpa had split its key among three trustees; two are enough to recover it."
office tegucigalpa recover shares --quiet --out "$folder/shares"
office rrocm role "${names[san-jose]}" admin | head -n 1 | shown
for who in rrocm san-jose mexico guatemala tegucigalpa; do sync "$who"; done
tell "  Sin red, el ladrón escribe con el portátil y San José, que también administra, sigue trabajando." \
    "  Without a network the thief writes on the laptop, and San José, an administrator too, goes on working."
stop_server
office tegucigalpa set SEED16-03 status=fulfilled notes="Lo escribió quien robó el portátil" | shown
office tegucigalpa bundle export --quiet "$folder/usb/robado.puente"
office san-jose set SEED16-03 notes="Pendiente de la próxima reunión" | shown
start_server
tell "  La secretaría revoca el portátil; la llave del espacio se renueva sola." \
    "  The secretariat revokes the laptop; the space's key renews itself."
office rrocm revoke "${names[tegucigalpa]}" | shown
for who in rrocm san-jose mexico guatemala rrocm; do sync "$who"; done
tell "  El paquete del ladrón llega tarde a San José: queda en cuarentena y no cuenta en ninguna parte." \
    "  The thief's bundle reaches San José late: it is quarantined and counts nowhere."
office san-jose bundle import "$folder/usb/robado.puente" | shown || true
office san-jose quarantine list | shown
tell "  En un portátil nuevo, dos personas de confianza devuelven a Tegucigalpa su lugar:" \
    "  On a new laptop, two trustees give Tegucigalpa its place back:"
names[tegucigalpa-nuevo]=${names[tegucigalpa]}
printf 'puente demo %s\n' tegucigalpa-nuevo >"$folder/passphrases/tegucigalpa-nuevo"
chmod 600 "$folder/passphrases/tegucigalpa-nuevo"
mapfile -t shares < <(ls "$folder"/shares/*.txt)
office tegucigalpa-nuevo recover start --shares "${shares[0]}" --shares "${shares[2]}" --server "$address" \
    --organization "${names[tegucigalpa]}" --country HN --kind civil_society --kdf-memory 64 | shown
make_script tegucigalpa-nuevo
for who in tegucigalpa-nuevo rrocm san-jose mexico guatemala tegucigalpa-nuevo; do sync "$who"; done
tell "  De lo que escribió el ladrón no hay nada en sus acuerdos cumplidos:" \
    "  Of what the thief wrote there is nothing among its fulfilled agreements:"
office tegucigalpa-nuevo list agreement --where status=fulfilled 2>&1 | tail -n 1 | shown || true

chapter "Al final, cinco réplicas iguales" "In the end, five equal replicas"
all_agree rrocm san-jose tegucigalpa-nuevo mexico guatemala
office mexico show SEED16-03 --history | shown

# shellcheck source=quarter.sh
source tests/demo/quarter.sh

chapter "Para seguir jugando" "To play on"
tell "  $folder tiene una carpeta por oficina y un programa para cada una:" \
    "  $folder has a folder for each office and a program for each:"
printf '    %s\n' "$folder/mexico.sh list agreement --overdue" "$folder/san-jose.sh set SEED16-03 status=fulfilled" \
    "$folder/guatemala.sh --help"
tell "  El servidor se detuvo; para usar sync otra vez:" "  The server was stopped; to use sync again:"
printf '    %s\n' "$programs/puente-server run --home $folder/server"
