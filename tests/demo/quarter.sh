# A whole quarter of the Monitoring Group, after the offices of demo.sh have met: read by it, with its helpers.

meeting_day=2026-12-10
before_it=2026-12-05

all_sync() { for who in "$@" "$1"; do sync "$who" >/dev/null; done; }
offices=(rrocm san-jose guatemala mexico tegucigalpa-nuevo)

chapter "Un trimestre: el plan anual, que cada gobierno firma sin red" "A quarter: the annual plan, signed by each government offline"
office rrocm add organization --quiet name="Cancillería de Costa Rica" country=CR kind=government
office rrocm add organization --quiet name="Cancillería de Guatemala" country=GT kind=government
office rrocm add plan --quiet year=2027 title="Plan de trabajo conjunto 2027" themes="Niñez migrante" quorum=2
office rrocm add line_of_action --quiet plan=2027 code=1 level=axis text_es="Protección de las personas migrantes"
office rrocm add line_of_action --quiet plan=2027 code=1.1 level=activity text_es="Protocolo regional de atención a la niñez" due=2027-T2
all_sync "${offices[@]}"
office mexico plan suggest 2027 --kind action "Ventanilla consular en cada puesto fronterizo" | shown
all_sync mexico rrocm
suggestion=$(office rrocm list suggestion --json | member id)
office rrocm plan decide "$suggestion" accept | shown
all_sync "${offices[@]}"
office rrocm plan show 2027 | shown
stop_server
office san-jose plan approve 2027 | shown
office guatemala plan approve 2027 --reservation "La línea 1.1 según el presupuesto nacional" | shown
start_server
all_sync "${offices[@]}"
office rrocm plan status 2027 | shown || true
office rrocm plan export 2027 --out "$folder/plan-2027" | shown
tell "  Cualquiera lo comprueba sin pertenecer al espacio:" "  Anybody checks it without being in the space:"
"$programs/puente" verify "$folder/plan-2027" | shown

chapter "Una propuesta recibe respuesta" "A proposal is answered"
office mexico add agreement --quiet reference=RROCM27-1 kind=proposal origin=civil_society countries="CR;GT" \
    title="Acceso a la salud para personas en tránsito"
all_sync mexico san-jose
office san-jose proposal receive RROCM27-1 --due "60 días" | shown
office san-jose proposal acknowledge RROCM27-1 | shown
office san-jose proposal answer RROCM27-1 accepted --reason "Coincide con el eje 1 del plan" --as-agreement CRM27-1 | shown
office san-jose set CRM27-1 --quiet countries="CR;GT" due=2026-11-30
office san-jose commitment split CRM27-1 | shown
all_sync san-jose "${offices[@]}"
office mexico trace RROCM27-1 | shown

chapter "Cada oficina informa del trimestre" "Every office reports on the quarter"
office san-jose report --quarter 2026-T4 --prefill "$folder/informe.csv" | shown
python3 - "$folder/informe.csv" <<'END'
import csv, sys
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    rows = list(csv.reader(file))
for row in rows[1:]:
    if row[0] == "CRM27-1|CR":
        row[5:9] = ["en curso", "40", "Dos clínicas atienden sin pedir documentos", "Convenio firmado"]
with open(sys.argv[1], "w", encoding="utf-8", newline="") as file:
    csv.writer(file).writerows(rows)
END
office san-jose report --quarter 2026-T4 --from "$folder/informe.csv" | shown
rm -f "$folder/informe.csv"
all_sync san-jose "${offices[@]}"
office mexico commitment assess "CRM27-1|CR" pending --reason "En la frontera norte no hay clínica" | shown || true
all_sync mexico "${offices[@]}"
tell "  El gobierno y la sociedad civil, uno al lado del otro:" "  Government and civil society, side by side:"
office rrocm commitment list CRM27-1 | shown
office rrocm overdue --at "$before_it" --country GT | shown || true

chapter "La reunión: agenda, preparación, acta" "The meeting: agenda, readiness, minutes"
office rrocm add meeting --quiet kind=monitoring_group number=I start=$meeting_day place="San José" country=CR modality=hybrid quarter=2026-T4
meeting="monitoring_group|I"
office rrocm agenda make "$meeting" --at "$before_it" | shown
office rrocm readiness "$meeting" --at "$before_it" | shown || true
office rrocm readiness "$meeting" --at "$before_it" --freeze | tail -n 2 | shown || true
office rrocm agenda add "$meeting" "Clínicas en la frontera norte" | shown
item=$(office rrocm list agenda_item --where title="Clínicas en la frontera norte" --json | member id)
office rrocm agenda outcome "$item" "Costa Rica abrirá una clínica en la frontera norte" --as-agreement GM1-1 --due 2027-T1 \
    --responsible "Cancillería de Costa Rica" | shown
office rrocm minutes "$meeting" | shown
all_sync "${offices[@]}"

chapter "Una denuncia que queda sellada" "A complaint that stays sealed"
office mexico space create Casos --kind restricted --server "$address" | head -n 1 | shown
office mexico invite --quiet --space Casos --role editor --out "$folder/usb/casos"
sync mexico >/dev/null
office tegucigalpa-nuevo join --quiet "$folder/usb/casos" || true
for who in mexico tegucigalpa-nuevo; do sync "$who" >/dev/null || true; done
printf 'Clase: denuncia\nMateria: extorsión\nPaís: HN\nRelato: Piden dinero para pasar; temen represalias.\n' |
    office mexico case open --space Casos | shown
for who in mexico tegucigalpa-nuevo; do sync "$who" >/dev/null; done
tell "  La ven los dos órganos que están en ese espacio:" "  The two bodies in that space see it:"
office tegucigalpa-nuevo case list --space Casos | shown
tell "  En ningún archivo de ninguna oficina, ni del servidor, se lee una palabra de ella:" \
    "  In no file of any office, nor of the server, a word of it can be read:"
if grep -rqa "represalias" "$folder" --include=*.db --include=*.db-wal --include=keyring; then
    tell "¡Se lee!" "It can be read!" >&2
    exit 1
fi
tell "    (ninguna)" "    (none)"
