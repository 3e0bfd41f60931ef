<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Text</name>
    <message>
        <source>“%1” is not a value of the field %2.</source>
        <translation>“%1” no es un valor del campo %2.</translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation>Escriba un número entero de %1 a %2.</translation>
    </message>
    <message>
        <source>Give a whole number from %1.</source>
        <translation>Escriba un número entero desde %1.</translation>
    </message>
    <message>
        <source>Give a whole number.</source>
        <translation>Escriba un número entero.</translation>
    </message>
    <message>
        <source>Leave it out instead.</source>
        <translation>Omítalo.</translation>
    </message>
    <message>
        <source>Type it as UTF-8 text.</source>
        <translation>Escríbalo como texto UTF-8.</translation>
    </message>
    <message>
        <source>Say one of: %1</source>
        <translation>Elija uno de estos: %1</translation>
    </message>
    <message>
        <source>Several records are called so: give more of its id.</source>
        <translation>Varias fichas se llaman así: escriba más de su identificador.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a date such as 2026-12-01; it is kept as text.</source>
        <translation>%1: “%2” no es una fecha como 2026-12-01; se guarda como texto.</translation>
    </message>
    <message>
        <source>%1: there is no record “%2”; it is kept as text.</source>
        <translation>%1: no hay ninguna ficha “%2”; se guarda como texto.</translation>
    </message>
    <message>
        <source>“%1” does not say which field gets which value.</source>
        <translation>“%1” no dice qué campo recibe qué valor.</translation>
    </message>
    <message>
        <source>Write field=value, for example due=2026-12-01.</source>
        <translation>Escriba campo=valor, por ejemplo due=2026-12-01.</translation>
    </message>
    <message>
        <source>Records of the type %1 have no field “%2”.</source>
        <translation>Las fichas del tipo %1 no tienen el campo “%2”.</translation>
    </message>
    <message>
        <source>They have: %1</source>
        <translation>Tienen: %1</translation>
    </message>
    <message>
        <source>This field cannot be empty.</source>
        <translation>Este campo no puede quedar vacío.</translation>
    </message>
    <message>
        <source>The field %1 holds one value only.</source>
        <translation>El campo %1 admite un solo valor.</translation>
    </message>
    <message>
        <source>Write %1=value.</source>
        <translation>Escriba %1=valor.</translation>
    </message>
    <message>
        <source>Copy it again, or have it exported again. Nothing was changed.</source>
        <translation>Cópielo otra vez o pida que lo exporten de nuevo. No se cambió nada.</translation>
    </message>
    <message>
        <source>That file is not a bundle.</source>
        <translation>Ese archivo no es un paquete.</translation>
    </message>
    <message>
        <source>Name a file that “puente bundle export” wrote.</source>
        <translation>Indique un archivo escrito por “puente bundle export”.</translation>
    </message>
    <message>
        <source>The end of the bundle is missing.</source>
        <translation>Al paquete le falta el final.</translation>
    </message>
    <message>
        <source>The bundle is damaged.</source>
        <translation>El paquete está dañado.</translation>
    </message>
    <message>
        <source>A newer version of Puente wrote this bundle.</source>
        <translation>Una versión más nueva de Puente escribió este paquete.</translation>
    </message>
    <message>
        <source>Install that version, or a later one.</source>
        <translation>Instale esa versión o una posterior.</translation>
    </message>
    <message>
        <source>The bundle is too large.</source>
        <translation>El paquete es demasiado grande.</translation>
    </message>
    <message>
        <source>A bundle may have at most 1 GiB.</source>
        <translation>Un paquete puede tener como máximo 1 GiB.</translation>
    </message>
    <message>
        <source>The passphrase cannot be asked for: there is no terminal.</source>
        <translation>No se puede pedir la frase de paso: no hay una terminal.</translation>
    </message>
    <message>
        <source>Name a file that holds it with --passphrase-file or PUENTE_PASSPHRASE_FILE.</source>
        <translation>Indique un archivo que la contenga con --passphrase-file o PUENTE_PASSPHRASE_FILE.</translation>
    </message>
    <message>
        <source>The file with the passphrase cannot be read.</source>
        <translation>No se puede leer el archivo con la frase de paso.</translation>
    </message>
    <message>
        <source>Check the name and that you may read it.</source>
        <translation>Revise el nombre y que usted tenga permiso de leerlo.</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Frase de paso: </translation>
    </message>
    <message>
        <source>New passphrase: </source>
        <translation>Nueva frase de paso: </translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>La frase de paso es demasiado corta.</translation>
    </message>
    <message>
        <source>Take at least %1 characters; four or five words are easy to keep.</source>
        <translation>Use al menos %1 caracteres; cuatro o cinco palabras son fáciles de recordar.</translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation>Otra vez la misma: </translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Las dos frases no son iguales.</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation>Comience de nuevo.</translation>
    </message>
    <message>
        <source>PUENTE_PROXY does not name a proxy.</source>
        <translation>PUENTE_PROXY no nombra un proxy.</translation>
    </message>
    <message>
        <source>Write it as http://host:port.</source>
        <translation>Escríbalo como http://servidor:puerto.</translation>
    </message>
    <message>
        <source>There is no record “%1”.</source>
        <translation>No hay ninguna ficha “%1”.</translation>
    </message>
    <message>
        <source>“puente list” and “puente search” show the records there are.</source>
        <translation>“puente list” y “puente search” muestran las fichas que hay.</translation>
    </message>
    <message>
        <source>Several records are called “%1”.</source>
        <translation>Varias fichas se llaman “%1”.</translation>
    </message>
    <message>
        <source>Give more of the id of the one you mean: %1</source>
        <translation>Escriba más del identificador de la que quiere: %1</translation>
    </message>
    <message>
        <source>There is no type of record “%1”.</source>
        <translation>No hay ningún tipo de ficha “%1”.</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>Hay estos: %1</translation>
    </message>
    <message>
        <source>Records of the type %1 are never due.</source>
        <translation>Las fichas del tipo %1 no tienen plazo.</translation>
    </message>
    <message>
        <source>record</source>
        <translation>ficha</translation>
    </message>
    <message>
        <source>joined with</source>
        <translation>unida con</translation>
    </message>
    <message>
        <source>The field %1 is missing.</source>
        <translation>Falta el campo %1.</translation>
    </message>
    <message>
        <source>Write %1=value too.</source>
        <translation>Escriba también %1=valor.</translation>
    </message>
    <message>
        <source>There is a record “%1” already.</source>
        <translation>Ya hay una ficha “%1”.</translation>
    </message>
    <message>
        <source>Change it with “puente set %1 field=value”.</source>
        <translation>Cámbiela con “puente set %1 campo=valor”.</translation>
    </message>
    <message>
        <source>The field %1 is not in conflict.</source>
        <translation>El campo %1 no está en conflicto.</translation>
    </message>
    <message>
        <source>“puente conflicts” shows what waits for a decision.</source>
        <translation>“puente conflicts” muestra lo que espera una decisión.</translation>
    </message>
    <message>
        <source>There is no choice %1.</source>
        <translation>No existe la opción %1.</translation>
    </message>
    <message>
        <source>Choose from 1 to %1; “puente conflicts” shows them.</source>
        <translation>Elija de 1 a %1; “puente conflicts” las muestra.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation>El disco está lleno. No se cambió nada.</translation>
    </message>
    <message>
        <source>Make room on the disk and do it again.</source>
        <translation>Libere espacio en el disco y hágalo de nuevo.</translation>
    </message>
    <message>
        <source>The disk did not store what it was given. Nothing was changed.</source>
        <translation>El disco no guardó lo que se le entregó. No se cambió nada.</translation>
    </message>
    <message>
        <source>Check the disk, then check the replica with “puente verify --full”.</source>
        <translation>Revise el disco y luego la réplica con “puente verify --full”.</translation>
    </message>
    <message>
        <source>Another program has this replica open.</source>
        <translation>Otro programa tiene abierta esta réplica.</translation>
    </message>
    <message>
        <source>Close it, or wait until it has finished.</source>
        <translation>Ciérrelo o espere a que termine.</translation>
    </message>
    <message>
        <source>The replica&apos;s file is damaged.</source>
        <translation>El archivo de la réplica está dañado.</translation>
    </message>
    <message>
        <source>Keep a copy of the folder, and join again from another office&apos;s invite or a bundle.</source>
        <translation>Guarde una copia de la carpeta y únase de nuevo con la invitación de otra oficina o un paquete.</translation>
    </message>
    <message>
        <source>A newer version of Puente wrote this replica.</source>
        <translation>Una versión más nueva de Puente escribió esta réplica.</translation>
    </message>
    <message>
        <source>There is no such space here.</source>
        <translation>Aquí no existe ese espacio.</translation>
    </message>
    <message>
        <source>“puente space list” shows those there are.</source>
        <translation>“puente space list” muestra los que hay.</translation>
    </message>
    <message>
        <source>Your role in this space does not permit it.</source>
        <translation>Su rol en este espacio no lo permite.</translation>
    </message>
    <message>
        <source>Ask an administrator of the space; “puente members” shows who they are.</source>
        <translation>Pídalo a quien administra el espacio; “puente members” muestra quiénes son.</translation>
    </message>
    <message>
        <source>The key of this space has not arrived yet.</source>
        <translation>La clave de este espacio todavía no ha llegado.</translation>
    </message>
    <message>
        <source>Run “puente sync” after an administrator has admitted your office.</source>
        <translation>Ejecute “puente sync” después de que admitan a su oficina.</translation>
    </message>
    <message>
        <source>That is too much for one change.</source>
        <translation>Es demasiado para un solo cambio.</translation>
    </message>
    <message>
        <source>Divide it: one change may hold at most 200 KiB.</source>
        <translation>Divídalo: un cambio puede tener como máximo 200 KiB.</translation>
    </message>
    <message>
        <source>There is no such office, device, invite or act in this space any more.</source>
        <translation>Esa oficina, dispositivo, invitación o acto no existe (o ya no existe) en este espacio.</translation>
    </message>
    <message>
        <source>“puente members” shows who belongs to it.</source>
        <translation>“puente members” muestra quién pertenece a él.</translation>
    </message>
    <message>
        <source>The space would be left without an administrator.</source>
        <translation>El espacio quedaría sin administrador.</translation>
    </message>
    <message>
        <source>Make another office its administrator first, with “puente role”.</source>
        <translation>Nombre antes a otra oficina como administradora, con “puente role”.</translation>
    </message>
    <message>
        <source>There is no such record.</source>
        <translation>No existe esa ficha.</translation>
    </message>
    <message>
        <source>The data is not in the form it should have.</source>
        <translation>Los datos no tienen la forma debida.</translation>
    </message>
    <message>
        <source>Ask whoever sent it to make it again.</source>
        <translation>Pida a quien los envió que los haga de nuevo.</translation>
    </message>
    <message>
        <source>There is no replica in this folder.</source>
        <translation>No hay ninguna réplica en esta carpeta.</translation>
    </message>
    <message>
        <source>Make one with “puente init”, or name another folder with --home.</source>
        <translation>Cree una con “puente init” o indique otra carpeta con --home.</translation>
    </message>
    <message>
        <source>There is a replica in this folder already.</source>
        <translation>Ya hay una réplica en esta carpeta.</translation>
    </message>
    <message>
        <source>Use it, or name another folder with --home.</source>
        <translation>Úsela o indique otra carpeta con --home.</translation>
    </message>
    <message>
        <source>There is not enough memory to check the passphrase.</source>
        <translation>No hay memoria suficiente para comprobar la frase de paso.</translation>
    </message>
    <message>
        <source>Close other programs and do it again.</source>
        <translation>Cierre otros programas y hágalo de nuevo.</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>La frase de paso no es correcta.</translation>
    </message>
    <message>
        <source>Type it again; capital letters and accents count.</source>
        <translation>Escríbala de nuevo; las mayúsculas y los acentos cuentan.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>No existe ese archivo.</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>Revise su nombre y su carpeta.</translation>
    </message>
    <message>
        <source>That is not an ordinary file.</source>
        <translation>Eso no es un archivo común.</translation>
    </message>
    <message>
        <source>Name a file; folders, links and devices are not read.</source>
        <translation>Indique un archivo; no se leen carpetas, enlaces ni dispositivos.</translation>
    </message>
    <message>
        <source>The file cannot be read or written: permission denied.</source>
        <translation>No se puede leer o escribir el archivo: falta permiso.</translation>
    </message>
    <message>
        <source>Check who owns the file and its folder.</source>
        <translation>Revise de quién son el archivo y su carpeta.</translation>
    </message>
    <message>
        <source>There is such a file already.</source>
        <translation>Ya existe ese archivo.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>El archivo es demasiado grande.</translation>
    </message>
    <message>
        <source>Check that it is the right one; if it is, divide it.</source>
        <translation>Revise que sea el correcto; si lo es, divídalo.</translation>
    </message>
    <message>
        <source>The replica&apos;s file cannot be opened for writing.</source>
        <translation>No se puede abrir el archivo de la réplica para escribir.</translation>
    </message>
    <message>
        <source>Check who owns the folder and that its disk is not read-only.</source>
        <translation>Revise de quién es la carpeta y que el disco no sea de solo lectura.</translation>
    </message>
    <message>
        <source>Nothing is lost: work on, and run “puente sync” later.</source>
        <translation>No se pierde nada: siga trabajando y ejecute “puente sync” más tarde.</translation>
    </message>
    <message>
        <source>The server speaks another version of Puente.</source>
        <translation>El servidor habla otra versión de Puente.</translation>
    </message>
    <message>
        <source>Install the version that the server&apos;s administrator names.</source>
        <translation>Instale la versión que indique quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server did not accept this device&apos;s proof.</source>
        <translation>El servidor no aceptó la prueba de este dispositivo.</translation>
    </message>
    <message>
        <source>Check with the server&apos;s administrator that its address is still the same.</source>
        <translation>Confirme con quien administra el servidor que su dirección sigue siendo la misma.</translation>
    </message>
    <message>
        <source>The server refused what it was sent.</source>
        <translation>El servidor rechazó lo que se le envió.</translation>
    </message>
    <message>
        <source>The server&apos;s disk failed or is full.</source>
        <translation>El disco del servidor falló o está lleno.</translation>
    </message>
    <message>
        <source>Tell the server&apos;s administrator. Nothing is lost here.</source>
        <translation>Avise a quien administra el servidor. Aquí no se pierde nada.</translation>
    </message>
    <message>
        <source>The server is busy or stopping.</source>
        <translation>El servidor está ocupado o deteniéndose.</translation>
    </message>
    <message>
        <source>That is not a server&apos;s address.</source>
        <translation>Eso no es la dirección de un servidor.</translation>
    </message>
    <message>
        <source>Copy the whole line that “puente-server init” printed: puente-server:…</source>
        <translation>Copie la línea entera que escribió “puente-server init”: puente-server:…</translation>
    </message>
    <message>
        <source>No machine of that name is known: is there a network?</source>
        <translation>No se conoce ningún equipo con ese nombre: ¿hay red?</translation>
    </message>
    <message>
        <source>No server answers at this address.</source>
        <translation>Ningún servidor responde en esta dirección.</translation>
    </message>
    <message>
        <source>There is no network, or no way to the server.</source>
        <translation>No hay red, o no hay camino al servidor.</translation>
    </message>
    <message>
        <source>The proxy did not let the connection through.</source>
        <translation>El proxy no dejó pasar la conexión.</translation>
    </message>
    <message>
        <source>Check PUENTE_PROXY.</source>
        <translation>Revise PUENTE_PROXY.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>What answers there is not a Puente server.</source>
        <translation>Lo que responde allí no es un servidor de Puente.</translation>
    </message>
    <message>
        <source>Check the address with the server&apos;s administrator.</source>
        <translation>Confirme la dirección con quien administra el servidor.</translation>
    </message>
    <message>
        <source>Another server answers at this address. Nothing was sent to it.</source>
        <translation>En esta dirección responde otro servidor. No se le envió nada.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator, by telephone, whether the server was replaced.</source>
        <translation>Pregunte por teléfono a quien administra el servidor si fue reemplazado.</translation>
    </message>
    <message>
        <source>The connection broke. What arrived until then is kept.</source>
        <translation>La conexión se cortó. Se conserva lo que llegó hasta ese momento.</translation>
    </message>
    <message>
        <source>It was cancelled. What arrived until then is kept.</source>
        <translation>Se canceló. Se conserva lo que llegó hasta ese momento.</translation>
    </message>
    <message>
        <source>The conversation with the server ended early.</source>
        <translation>La conversación con el servidor terminó antes de tiempo.</translation>
    </message>
    <message>
        <source>The server does not keep to the protocol. What arrived until then is kept.</source>
        <translation>El servidor no respeta el protocolo. Se conserva lo que llegó hasta ese momento.</translation>
    </message>
    <message>
        <source>Tell the server&apos;s administrator.</source>
        <translation>Avise a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server has less than it had confirmed; this office filled it again.</source>
        <translation>El servidor tiene menos de lo que había confirmado; esta oficina lo completó de nuevo.</translation>
    </message>
    <message>
        <source>The server was replaced or restored from a copy.</source>
        <translation>El servidor fue reemplazado o restaurado desde una copia.</translation>
    </message>
    <message>
        <source>The server&apos;s log is not the one that it had signed for.</source>
        <translation>La bitácora del servidor no es la que había firmado.</translation>
    </message>
    <message>
        <source>The server&apos;s receipt is not signed by this server.</source>
        <translation>El acuse de recibo del servidor no está firmado por este servidor.</translation>
    </message>
    <message>
        <source>The server sent another office&apos;s log with a hole in it.</source>
        <translation>El servidor envió la bitácora de otra oficina con un hueco.</translation>
    </message>
    <message>
        <source>The server sent something that no member signed.</source>
        <translation>El servidor envió algo que ningún miembro firmó.</translation>
    </message>
    <message>
        <source>An office's device wrote what this program cannot read; what it writes from there on does not count here.</source>
        <translation>El dispositivo de una oficina escribió algo que este programa no puede leer; lo que escriba a partir de ahí no cuenta aquí.</translation>
    </message>
    <message>
        <source>The server says that it does not know this space, although it has signed for it.</source>
        <translation>El servidor dice que no conoce este espacio, aunque ha firmado por él.</translation>
    </message>
    <message>
        <source>Other offices say that they have seen changes which the server did not send: it holds them back, or they travel by bundle.</source>
        <translation>Otras oficinas dicen haber visto cambios que el servidor no envió: los retiene, o viajan en un paquete.</translation>
    </message>
    <message>
        <source>it is not in the form it should have</source>
        <translation>no tiene la forma debida</translation>
    </message>
    <message>
        <source>its author is not a member of the space</source>
        <translation>su autor no es miembro del espacio</translation>
    </message>
    <message>
        <source>its author may only read</source>
        <translation>su autor solo puede leer</translation>
    </message>
    <message>
        <source>an earlier part is missing</source>
        <translation>falta una parte anterior</translation>
    </message>
    <message>
        <source>another copy of this replica was used; do not go on with both</source>
        <translation>se usó otra copia de esta réplica; no siga con ambas</translation>
    </message>
    <message>
        <source>this office has used up its room on the server</source>
        <translation>esta oficina agotó su lugar en el servidor</translation>
    </message>
    <message>
        <source>the space has used up its room on the server</source>
        <translation>el espacio agotó su lugar en el servidor</translation>
    </message>
    <message>
        <source>the server takes no further space</source>
        <translation>el servidor no acepta más espacios</translation>
    </message>
    <message>
        <source>the server does not know the invite: the inviter must run “puente sync”</source>
        <translation>el servidor no conoce la invitación: quien invitó debe ejecutar “puente sync”</translation>
    </message>
    <message>
        <source>the invite was used already</source>
        <translation>la invitación ya se usó</translation>
    </message>
    <message>
        <source>the server&apos;s disk is full</source>
        <translation>el disco del servidor está lleno</translation>
    </message>
    <message>
        <source>too many offices wait to join</source>
        <translation>demasiadas oficinas esperan unirse</translation>
    </message>
    <message>
        <source>it was deleted</source>
        <translation>fue borrado</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>The columns of this file fit no type of record.</source>
        <translation>Las columnas de este archivo no corresponden a ningún tipo de ficha.</translation>
    </message>
    <message>
        <source>Name the type with --type; “puente schema TYPE” shows the columns it has.</source>
        <translation>Indique el tipo con --type; “puente schema TIPO” muestra sus columnas.</translation>
    </message>
    <message>
        <source>The log of %1 does not hold after change set %2.</source>
        <translation>La bitácora de %1 no es íntegra después del cambio %2.</translation>
    </message>
    <message>
        <source>The log of %1 ends at %2 instead of %3.</source>
        <translation>La bitácora de %1 termina en %2 en lugar de %3.</translation>
    </message>
    <message>
        <source>The file: %1</source>
        <translation>El archivo: %1</translation>
    </message>
    <message>
        <source>The records were not what the logs say; they were made again from them.</source>
        <translation>Las fichas no eran lo que dicen las bitácoras; se hicieron de nuevo a partir de ellas.</translation>
    </message>
    <message>
        <source>This folder holds a replica without its keys.</source>
        <translation>Esta carpeta contiene una réplica sin sus claves.</translation>
    </message>
    <message>
        <source>Name an empty folder with --home.</source>
        <translation>Indique una carpeta vacía con --home.</translation>
    </message>
    <message>
        <source>This folder holds keys, but the replica&apos;s file is missing.</source>
        <translation>Esta carpeta contiene claves, pero falta el archivo de la réplica.</translation>
    </message>
    <message>
        <source>Put the file back, or make a new replica in another folder and join again.</source>
        <translation>Ponga el archivo en su lugar, o cree otra réplica en otra carpeta y únase de nuevo.</translation>
    </message>
    <message>
        <source>There is no space here yet.</source>
        <translation>Aquí todavía no hay ningún espacio.</translation>
    </message>
    <message>
        <source>Make one with “puente space create” or join one with “puente join”.</source>
        <translation>Cree uno con “puente space create” o únase a uno con “puente join”.</translation>
    </message>
    <message>
        <source>Name one with --space: %1</source>
        <translation>Indique uno con --space: %1</translation>
    </message>
    <message>
        <source>There are several spaces here.</source>
        <translation>Aquí hay varios espacios.</translation>
    </message>
    <message>
        <source>Several spaces are called so.</source>
        <translation>Varios espacios se llaman así.</translation>
    </message>
    <message>
        <source>Give the beginning of its id, as “puente space list” shows it.</source>
        <translation>Escriba el comienzo de su identificador, como lo muestra “puente space list”.</translation>
    </message>
    <message>
        <source>A space needs a name.</source>
        <translation>Un espacio necesita un nombre.</translation>
    </message>
    <message>
        <source>This invite has expired.</source>
        <translation>Esta invitación ya venció.</translation>
    </message>
    <message>
        <source>Ask %1 for a new one.</source>
        <translation>Pida otra a %1.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>The space; may be left out when there is only one.</source>
        <translation>El espacio; puede omitirse cuando hay uno solo.</translation>
    </message>
    <message>
        <source>Written to %1: %2 entries, sealed. Only members of the space can read it.</source>
        <translation>Escrito en %1: %2 entradas, selladas. Solo los miembros del espacio pueden leerlo.</translation>
    </message>
    <message>
        <source>The bundle also speaks of a space that this office does not take part in; left out.</source>
        <translation>El paquete también trata de un espacio en el que esta oficina no participa; se omitió.</translation>
    </message>
    <message>
        <source>“%1”: new changes: %2. New entries: %3, known already: %4.</source>
        <translation>“%1”: cambios nuevos: %2. Entradas nuevas: %3, ya conocidas: %4.</translation>
    </message>
    <message>
        <source>Kept apart, since they lie beyond what counts of their author&apos;s log: %1</source>
        <translation>Apartados, porque quedan más allá de lo que cuenta de la bitácora de su autor: %1</translation>
    </message>
    <message>
        <source>Changes that only this copy had, written again: %1</source>
        <translation>Cambios que solo tenía esta copia, escritos de nuevo: %1</translation>
    </message>
    <message>
        <source>They wait for what other offices have not sent yet: %1</source>
        <translation>Esperan lo que otras oficinas aún no han enviado: %1</translation>
    </message>
    <message>
        <source>Refused, because nobody entitled wrote them: %1</source>
        <translation>Rechazadas, porque no las escribió nadie con derecho a ello: %1</translation>
    </message>
    <message>
        <source>Offices admitted: %1. Give them a bundle in return.</source>
        <translation>Oficinas admitidas: %1. Entrégueles un paquete de vuelta.</translation>
    </message>
    <message>
        <source>The bundle is of spaces that this office does not take part in.</source>
        <translation>El paquete es de espacios en los que esta oficina no participa.</translation>
    </message>
    <message>
        <source>Join first, with an invite: “puente join”.</source>
        <translation>Primero únase con una invitación: “puente join”.</translation>
    </message>
    <message>
        <source>Write everything to a file, for an office without a network.</source>
        <translation>Escribir todo en un archivo, para una oficina sin red.</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>El archivo que se escribe.</translation>
    </message>
    <message>
        <source>Take what is new from such a file.</source>
        <translation>Tomar lo nuevo de un archivo así.</translation>
    </message>
    <message>
        <source>The file to read.</source>
        <translation>El archivo que se lee.</translation>
    </message>
    <message>
        <source>To settle it: %1</source>
        <translation>Para decidirlo: %1</translation>
    </message>
    <message>
        <source>No conflict waits for a decision.</source>
        <translation>Ningún conflicto espera una decisión.</translation>
    </message>
    <message>
        <source>It is not clear which value shall stand.</source>
        <translation>No está claro qué valor debe quedar.</translation>
    </message>
    <message>
        <source>Give either --choose N or --value TEXT.</source>
        <translation>Indique --choose N o bien --value TEXTO.</translation>
    </message>
    <message>
        <source>Settled: %1, %2 = %3</source>
        <translation>Decidido: %1, %2 = %3</translation>
    </message>
    <message>
        <source>What several offices wrote at once, and waits for a decision.</source>
        <translation>Lo que varias oficinas escribieron a la vez y espera una decisión.</translation>
    </message>
    <message>
        <source>Decide which value of a field shall stand.</source>
        <translation>Decidir qué valor de un campo queda.</translation>
    </message>
    <message>
        <source>The record: its id, the beginning of it, or its reference.</source>
        <translation>La ficha: su identificador, el comienzo de este, o su referencia.</translation>
    </message>
    <message>
        <source>The field in conflict.</source>
        <translation>El campo en conflicto.</translation>
    </message>
    <message>
        <source>The value of that number, as “puente conflicts” shows them.</source>
        <translation>El valor con ese número, como los muestra “puente conflicts”.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTO</translation>
    </message>
    <message>
        <source>Another value.</source>
        <translation>Otro valor.</translation>
    </message>
    <message>
        <source>Nothing was entered twice.</source>
        <translation>Nada se ingresó dos veces.</translation>
    </message>
    <message>
        <source>Entered twice: %1. “puente duplicates join --all” makes one of each.</source>
        <translation>Ingresadas dos veces: %1. “puente duplicates join --all” hace una de cada grupo.</translation>
    </message>
    <message>
        <source>It takes two records to join them.</source>
        <translation>Hacen falta dos fichas para unirlas.</translation>
    </message>
    <message>
        <source>Give the ids of both, or --all for all that “puente duplicates” shows.</source>
        <translation>Escriba los identificadores de ambos, o --all para todas las que muestra “puente duplicates”.</translation>
    </message>
    <message>
        <source>Joined: %1. All their ids stay good.</source>
        <translation>Unidas: %1. Todos sus identificadores siguen sirviendo.</translation>
    </message>
    <message>
        <source>Records that several offices entered, each for itself.</source>
        <translation>Fichas que varias oficinas ingresaron cada una por su lado.</translation>
    </message>
    <message>
        <source>Make one record of several that are the same.</source>
        <translation>Hacer una sola ficha de varias que son la misma.</translation>
    </message>
    <message>
        <source>The records.</source>
        <translation>Las fichas.</translation>
    </message>
    <message>
        <source>All that “puente duplicates” shows.</source>
        <translation>Todas las que muestra “puente duplicates”.</translation>
    </message>
    <message>
        <source>Nothing changed:</source>
        <translation>Nada cambió:</translation>
    </message>
    <message>
        <source>Added:</source>
        <translation>Agregada:</translation>
    </message>
    <message>
        <source>Deleted:</source>
        <translation>Eliminada:</translation>
    </message>
    <message>
        <source>Restored:</source>
        <translation>Restaurada:</translation>
    </message>
    <message>
        <source>There is nothing to set.</source>
        <translation>No hay nada que cambiar.</translation>
    </message>
    <message>
        <source>Write “puente set ID field=value”, or --from FILE.</source>
        <translation>Escriba “puente set ID campo=valor”, o --from ARCHIVO.</translation>
    </message>
    <message>
        <source>Changed:</source>
        <translation>Cambiada:</translation>
    </message>
    <message>
        <source>What each field gets; += and -= for one element of a set, nothing to empty it.</source>
        <translation>Lo que recibe cada campo; += y -= para un elemento de un conjunto, nada para vaciarlo.</translation>
    </message>
    <message>
        <source>Enter a record.</source>
        <translation>Ingresar una ficha.</translation>
    </message>
    <message>
        <source>Its type; “puente schema” shows them.</source>
        <translation>Su tipo; “puente schema” los muestra.</translation>
    </message>
    <message>
        <source>Change fields of a record.</source>
        <translation>Cambiar campos de una ficha.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ARCHIVO</translation>
    </message>
    <message>
        <source>Many changes: one JSON object a line, {record, field, value}.</source>
        <translation>Muchos cambios: un objeto JSON por línea, {record, field, value}.</translation>
    </message>
    <message>
        <source>Delete a record; its history stays, and what others write meanwhile is shown.</source>
        <translation>Eliminar una ficha; su historia queda, y se muestra lo que otros escriban entretanto.</translation>
    </message>
    <message>
        <source>Bring back a deleted record.</source>
        <translation>Recuperar una ficha eliminada.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>Nothing was written. %1 would be new, %2 changed, %3 the same already, %4 left out.</source>
        <translation>No se escribió nada. Serían nuevas: %1, cambiadas: %2, ya iguales: %3, omitidas: %4.</translation>
    </message>
    <message>
        <source>New: %1. Changed: %2. The same already: %3. Left out: %4.</source>
        <translation>Nuevas: %1. Cambiadas: %2. Ya iguales: %3. Omitidas: %4.</translation>
    </message>
    <message>
        <source>Cells that could not be interpreted and were kept as text: %1</source>
        <translation>Celdas que no se pudieron interpretar y se guardaron como texto: %1</translation>
    </message>
    <message>
        <source>This version does not write XLSX yet.</source>
        <translation>Esta versión todavía no escribe XLSX.</translation>
    </message>
    <message>
        <source>Take --format csv --excel, which a spreadsheet opens with a double click.</source>
        <translation>Use --format csv --excel, que una hoja de cálculo abre con doble clic.</translation>
    </message>
    <message>
        <source>That is not a format.</source>
        <translation>Eso no es un formato.</translation>
    </message>
    <message>
        <source>Say csv or json.</source>
        <translation>Escriba csv o json.</translation>
    </message>
    <message>
        <source>Written to %1. It is not sealed: whoever has it can read it.</source>
        <translation>Escrito en %1. No está sellado: quien lo tenga puede leerlo.</translation>
    </message>
    <message>
        <source>Take records from a CSV or JSON file; twice changes nothing more.</source>
        <translation>Tomar fichas de un archivo CSV o JSON; hacerlo dos veces no cambia nada más.</translation>
    </message>
    <message>
        <source>TYPE</source>
        <translation>TIPO</translation>
    </message>
    <message>
        <source>Their type; else the one whose columns the file has.</source>
        <translation>Su tipo; si no, aquel cuyas columnas tiene el archivo.</translation>
    </message>
    <message>
        <source>Only say what would be done.</source>
        <translation>Solo decir lo que se haría.</translation>
    </message>
    <message>
        <source>Write the records of a type to a file.</source>
        <translation>Escribir las fichas de un tipo en un archivo.</translation>
    </message>
    <message>
        <source>Their type.</source>
        <translation>Su tipo.</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMATO</translation>
    </message>
    <message>
        <source>CSV as a Spanish spreadsheet opens it: with semicolons.</source>
        <translation>CSV como lo abre una hoja de cálculo en español: con punto y coma.</translation>
    </message>
    <message>
        <source>Write it to a file, else it is printed.</source>
        <translation>Escribirlo en un archivo; si no, se muestra.</translation>
    </message>
    <message>
        <source>That is not a kind of organisation.</source>
        <translation>Eso no es una clase de organización.</translation>
    </message>
    <message>
        <source>Say civil_society, government, secretariat or international.</source>
        <translation>Escriba civil_society, government, secretariat o international.</translation>
    </message>
    <message>
        <source>That is not a country&apos;s code.</source>
        <translation>Eso no es el código de un país.</translation>
    </message>
    <message>
        <source>Give its two capital letters, such as CR or MX.</source>
        <translation>Escriba sus dos letras mayúsculas, como CR o MX.</translation>
    </message>
    <message>
        <source>That amount of memory is not permitted.</source>
        <translation>Esa cantidad de memoria no está permitida.</translation>
    </message>
    <message>
        <source>Give a number of MiB from 64 to 1024.</source>
        <translation>Escriba un número de MiB de 64 a 1024.</translation>
    </message>
    <message>
        <source>The replica of %1 is ready in %2</source>
        <translation>La réplica de %1 está lista en %2</translation>
    </message>
    <message>
        <source>The words of this office: %1</source>
        <translation>Las palabras de esta oficina: %1</translation>
    </message>
    <message>
        <source>Keep the passphrase well: nobody can recover it for you.</source>
        <translation>Guarde bien la frase de paso: nadie puede recuperarla por usted.</translation>
    </message>
    <message>
        <source>Make the replica of an office in a folder of its own.</source>
        <translation>Crear la réplica de una oficina en una carpeta propia.</translation>
    </message>
    <message>
        <source>What the office is called.</source>
        <translation>Cómo se llama la oficina.</translation>
    </message>
    <message>
        <source>Its country, as two capital letters.</source>
        <translation>Su país, en dos letras mayúsculas.</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>CLASE</translation>
    </message>
    <message>
        <source>Who is named beside what is written here.</source>
        <translation>Quién figura junto a lo que se escribe aquí.</translation>
    </message>
    <message>
        <source>Memory that each try of a passphrase takes: 64 to 1024, else 128.</source>
        <translation>Memoria que exige cada intento de frase de paso: de 64 a 1024; si no, 128.</translation>
    </message>
    <message>
        <source>That is not a number of days.</source>
        <translation>Eso no es un número de días.</translation>
    </message>
    <message>
        <source>Give a number from 0 to 365.</source>
        <translation>Escriba un número de 0 a 365.</translation>
    </message>
    <message>
        <source>That is not a role.</source>
        <translation>Eso no es un rol.</translation>
    </message>
    <message>
        <source>Say reader, editor or admin.</source>
        <translation>Escriba reader, editor o admin.</translation>
    </message>
    <message>
        <source>The invite is in %1</source>
        <translation>La invitación está en %1</translation>
    </message>
    <message>
        <source>It admits one office as %1 until %2. Whoever has it can join: hand it over safely.</source>
        <translation>Admite a una oficina como %1 hasta el %2. Quien la tenga puede unirse: entréguela con cuidado.</translation>
    </message>
    <message>
        <source>Run “puente sync” so that the server knows it.</source>
        <translation>Ejecute “puente sync” para que el servidor la conozca.</translation>
    </message>
    <message>
        <source>Invite an office to a space.</source>
        <translation>Invitar a una oficina a un espacio.</translation>
    </message>
    <message>
        <source>ROLE</source>
        <translation>ROL</translation>
    </message>
    <message>
        <source>How long the invite is good for; else 14.</source>
        <translation>Cuánto tiempo vale la invitación; si no, 14.</translation>
    </message>
    <message>
        <source>Copy the whole text again, or ask for a new invite.</source>
        <translation>Copie otra vez el texto entero o pida otra invitación.</translation>
    </message>
    <message>
        <source>That is not an invite.</source>
        <translation>Eso no es una invitación.</translation>
    </message>
    <message>
        <source>An invite begins with %1</source>
        <translation>Una invitación comienza con %1</translation>
    </message>
    <message>
        <source>The invite is incomplete or mistyped.</source>
        <translation>La invitación está incompleta o mal escrita.</translation>
    </message>
    <message>
        <source>A newer version of Puente made this invite.</source>
        <translation>Una versión más nueva de Puente hizo esta invitación.</translation>
    </message>
    <message>
        <source>You take part in “%1”.</source>
        <translation>Usted participa en “%1”.</translation>
    </message>
    <message>
        <source>Waiting for admission to “%1”.</source>
        <translation>En espera de admisión a “%1”.</translation>
    </message>
    <message>
        <source>The words of this office: %1. Read them to %2 by telephone.</source>
        <translation>Las palabras de esta oficina: %1. Léaselas por teléfono a %2.</translation>
    </message>
    <message>
        <source>When %1 has run “puente sync”, run it here too.</source>
        <translation>Cuando %1 haya ejecutado “puente sync”, ejecútelo también aquí.</translation>
    </message>
    <message>
        <source>Take the request to %1: “puente bundle export FILE”, or “puente sync” once the server answers.</source>
        <translation>Lleve la solicitud de ingreso a %1: “puente bundle export ARCHIVO”, o “puente sync” cuando el servidor responda.</translation>
    </message>
    <message>
        <source>This invite was used already.</source>
        <translation>Esta invitación ya se usó.</translation>
    </message>
    <message>
        <source>Ask to take part in a space, with an invite.</source>
        <translation>Pedir participar en un espacio, con una invitación.</translation>
    </message>
    <message>
        <source>The invite&apos;s text, or a file that holds it.</source>
        <translation>El texto de la invitación, o un archivo que lo contenga.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>TÍTULO</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nada coincide.</translation>
    </message>
    <message>
        <source>Records: %1</source>
        <translation>Fichas: %1</translation>
    </message>
    <message>
        <source>The records of a type.</source>
        <translation>Las fichas de un tipo.</translation>
    </message>
    <message>
        <source>Their type; “puente schema” shows them.</source>
        <translation>Su tipo; “puente schema” los muestra.</translation>
    </message>
    <message>
        <source>FIELD=VALUE</source>
        <translation>CAMPO=VALOR</translation>
    </message>
    <message>
        <source>Only those where it is so.</source>
        <translation>Solo aquellas en que es así.</translation>
    </message>
    <message>
        <source>Only those that are due and still waited for.</source>
        <translation>Solo las vencidas que aún se esperan.</translation>
    </message>
    <message>
        <source>The records that hold some words.</source>
        <translation>Las fichas que contienen ciertas palabras.</translation>
    </message>
    <message>
        <source>The words; accents and capital letters do not count.</source>
        <translation>Las palabras; los acentos y las mayúsculas no cuentan.</translation>
    </message>
    <message>
        <source>refused: its invite was used already</source>
        <translation>rechazada: su invitación ya se usó</translation>
    </message>
    <message>
        <source>refused: its invite has expired</source>
        <translation>rechazada: su invitación ya venció</translation>
    </message>
    <message>
        <source>will be admitted at your next sync</source>
        <translation>se admitirá en su próxima sincronización</translation>
    </message>
    <message>
        <source>(this office)</source>
        <translation>(esta oficina)</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>PALABRAS</translation>
    </message>
    <message>
        <source>ORGANISATION</source>
        <translation>ORGANIZACIÓN</translation>
    </message>
    <message>
        <source>Waiting to be admitted; compare their words aloud first:</source>
        <translation>Esperan ser admitidas; compare antes sus palabras en voz alta:</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>SITUACIÓN</translation>
    </message>
    <message>
        <source>Who takes part in a space, and who waits to.</source>
        <translation>Quiénes participan en un espacio y quiénes esperan hacerlo.</translation>
    </message>
    <message>
        <source>FIELD</source>
        <translation>CAMPO</translation>
    </message>
    <message>
        <source>LABEL</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>VALUES</source>
        <translation>VALORES</translation>
    </message>
    <message>
        <source>“puente schema” shows those there are.</source>
        <translation>“puente schema” muestra los que hay.</translation>
    </message>
    <message>
        <source>The types of records and their fields.</source>
        <translation>Los tipos de fichas y sus campos.</translation>
    </message>
    <message>
        <source>One type, with all its fields.</source>
        <translation>Un tipo, con todos sus campos.</translation>
    </message>
    <message>
        <source>This line is not {&quot;record&quot;: …, &quot;field&quot;: …, &quot;value&quot;: …}.</source>
        <translation>Esta línea no es {&quot;record&quot;: …, &quot;field&quot;: …, &quot;value&quot;: …}.</translation>
    </message>
    <message>
        <source>Line %1: %2 %3</source>
        <translation>Línea %1: %2 %3</translation>
    </message>
    <message>
        <source>Changed: %1. The same already: %2. Left out: %3.</source>
        <translation>Cambiados: %1. Ya iguales: %2. Omitidos: %3.</translation>
    </message>
    <message>
        <source>in conflict; choose one:</source>
        <translation>en conflicto; elija uno:</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>(settled a conflict)</source>
        <translation>(decidió un conflicto)</translation>
    </message>
    <message>
        <source>Deleted record</source>
        <translation>Ficha eliminada</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>id %1</translation>
    </message>
    <message>
        <source>joined with %1</source>
        <translation>unida con %1</translation>
    </message>
    <message>
        <source>It was deleted; “puente restore %1” brings it back.</source>
        <translation>Fue eliminada; “puente restore %1” la recupera.</translation>
    </message>
    <message>
        <source>Somebody deleted it while somebody else wrote in it.</source>
        <translation>Alguien la eliminó mientras otra persona escribía en ella.</translation>
    </message>
    <message>
        <source>One record, with its conflicts and its history.</source>
        <translation>Una ficha, con sus conflictos y su historia.</translation>
    </message>
    <message>
        <source>All that was ever written to it, and by whom.</source>
        <translation>Todo lo que se escribió en ella, y quién lo hizo.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>The space “%1” is ready; you are its administrator.</source>
        <translation>El espacio “%1” está listo; usted lo administra.</translation>
    </message>
    <message>
        <source>It has no server: exchange with “puente bundle”.</source>
        <translation>No tiene servidor: intercambie con “puente bundle”.</translation>
    </message>
    <message>
        <source>Run “puente sync” to put it on the server, “puente invite” to invite others.</source>
        <translation>Ejecute “puente sync” para llevarlo al servidor y “puente invite” para invitar a otras oficinas.</translation>
    </message>
    <message>
        <source>SPACE</source>
        <translation>ESPACIO</translation>
    </message>
    <message>
        <source>SERVER</source>
        <translation>SERVIDOR</translation>
    </message>
    <message>
        <source>Begin a space that offices share.</source>
        <translation>Comenzar un espacio que las oficinas comparten.</translation>
    </message>
    <message>
        <source>What the space is called.</source>
        <translation>Cómo se llama el espacio.</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>DIRECCIÓN</translation>
    </message>
    <message>
        <source>Where it meets, as “puente-server init” prints it; may be left out.</source>
        <translation>Dónde se encuentra, como lo escribe “puente-server init”; puede omitirse.</translation>
    </message>
    <message>
        <source>The spaces of this replica.</source>
        <translation>Los espacios de esta réplica.</translation>
    </message>
    <message>
        <source>waiting to be admitted</source>
        <translation>en espera de admisión</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Servidor: %1</translation>
    </message>
    <message>
        <source>none, it meets by bundle</source>
        <translation>ninguno, se encuentra por paquetes</translation>
    </message>
    <message>
        <source>Last sync: %1</source>
        <translation>Última sincronización: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Records: %1. Changes: %2, of which %3 were not confirmed by the server yet.</source>
        <translation>Fichas: %1. Cambios: %2, de los cuales el servidor aún no confirmó %3.</translation>
    </message>
    <message>
        <source>Conflicts that wait for a decision: %1</source>
        <translation>Conflictos que esperan una decisión: %1</translation>
    </message>
    <message>
        <source>Waiting for a key or an author: %1</source>
        <translation>Esperan una clave o un autor: %1</translation>
    </message>
    <message>
        <source>Logs that two copies of a replica wrote: %1</source>
        <translation>Bitácoras escritas por dos copias de una réplica: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Estado: %1</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Carpeta: %1</translation>
    </message>
    <message>
        <source>The clock of this machine is, or was, far off: check its date and time.</source>
        <translation>El reloj de este equipo está o estuvo muy desajustado: revise su fecha y hora.</translation>
    </message>
    <message>
        <source>“%1”: %2 segments looked at, state %3</source>
        <translation>“%1”: %2 segmentos revisados, estado %3</translation>
    </message>
    <message>
        <source>Everything holds.</source>
        <translation>Todo está íntegro.</translation>
    </message>
    <message>
        <source>Something does not hold: see above.</source>
        <translation>Algo no está íntegro: vea arriba.</translation>
    </message>
    <message>
        <source>How this replica stands.</source>
        <translation>Cómo está esta réplica.</translation>
    </message>
    <message>
        <source>Also make the records again from the logs, and compare.</source>
        <translation>También hacer de nuevo las fichas a partir de las bitácoras y compararlas.</translation>
    </message>
    <message>
        <source>Exchange with the server what is new on both sides.</source>
        <translation>Intercambiar con el servidor lo nuevo de ambos lados.</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Dónde: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Qué hacer: %1</translation>
    </message>
    <message>
        <source>“%1”: your request to join has arrived; an administrator&apos;s next sync admits you.</source>
        <translation>“%1”: su solicitud de ingreso llegó; se le admitirá en la próxima sincronización de quien administra.</translation>
    </message>
    <message>
        <source>“%1”: the server does not know this space yet.</source>
        <translation>“%1”: el servidor todavía no conoce este espacio.</translation>
    </message>
    <message>
        <source>Sent: %1 changes, %2. Received: %3 changes, %4. Round trips: %5.</source>
        <translation>Enviado: %1 cambios, %2. Recibido: %3 cambios, %4. Idas y vueltas: %5.</translation>
    </message>
    <message>
        <source>The server has confirmed with its signature that it keeps everything.</source>
        <translation>El servidor confirmó con su firma que lo guarda todo.</translation>
    </message>
    <message>
        <source>Offices admitted: %1</source>
        <translation>Oficinas admitidas: %1</translation>
    </message>
    <message>
        <source>“%1” has no server: exchange with “puente bundle”.</source>
        <translation>“%1” no tiene servidor: intercambie con “puente bundle”.</translation>
    </message>
    <message>
        <source>Conflicts that wait for a decision: %1. “puente conflicts” shows them.</source>
        <translation>Conflictos que esperan una decisión: %1. “puente conflicts” los muestra.</translation>
    </message>
    <message>
        <source>“%1”: the server did not take something: %2.</source>
        <translation>“%1”: el servidor no aceptó algo: %2.</translation>
    </message>
    <message>
        <source>“%1”: %2 Tell the server&apos;s administrator and the other offices.</source>
        <translation>“%1”: %2 Avise a quien administra el servidor y a las demás oficinas.</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>CARPETA</translation>
    </message>
    <message>
        <source>The replica&apos;s folder; else PUENTE_HOME, else the user&apos;s data folder.</source>
        <translation>La carpeta de la réplica; si no, PUENTE_HOME; si no, la carpeta de datos del usuario.</translation>
    </message>
    <message>
        <source>Take the passphrase from a file; else PUENTE_PASSPHRASE_FILE, else it is asked for.</source>
        <translation>Tomar la frase de paso de un archivo; si no, PUENTE_PASSPHRASE_FILE; si no, se pregunta.</translation>
    </message>
    <message>
        <source>Print JSON, as docs/cli.md describes it.</source>
        <translation>Escribir JSON, como lo describe docs/cli.md.</translation>
    </message>
    <message>
        <source>Print data and errors only.</source>
        <translation>Escribir solo datos y errores.</translation>
    </message>
    <message>
        <source>This help; after a command, that command&apos;s.</source>
        <translation>Esta ayuda; después de un comando, la de ese comando.</translation>
    </message>
    <message>
        <source>The version of the program.</source>
        <translation>La versión del programa.</translation>
    </message>
    <message>
        <source>Puente: following up agreements together, with or without a network.</source>
        <translation>Puente: dar seguimiento juntos a los acuerdos, con red o sin ella.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Comandos:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Opciones de todos los comandos:</translation>
    </message>
    <message>
        <source>More about one: %1</source>
        <translation>Más sobre uno: %1</translation>
    </message>
    <message>
        <source>“%1” is not understood here.</source>
        <translation>“%1” no se entiende aquí.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Falta %1.</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Ayuda: %1</translation>
    </message>
    <message>
        <source>an unknown office</source>
        <translation>una oficina desconocida</translation>
    </message>
    <message>
        <source>Another copy of this folder was used (a restored backup, a copied folder). What both wrote is kept; go on with one of them only.</source>
        <translation>Se usó otra copia de esta carpeta (un respaldo restaurado, una carpeta copiada). Se conserva lo que ambas escribieron; siga con una sola.</translation>
    </message>
    <message>
        <source>Sent %1, received %2 …</source>
        <translation>Enviado %1, recibido %2 …</translation>
    </message>
    <message>
        <source>This office is not admitted yet.</source>
        <translation>Esta oficina todavía no ha sido admitida.</translation>
    </message>
    <message>
        <source>Run “puente sync” after an administrator has run it, or exchange bundles.</source>
        <translation>Ejecute “puente sync” después de quien administra, o intercambie paquetes.</translation>
    </message>
    <message>
        <source>Recovery kit</source>
        <translation>Kit de recuperación</translation>
    </message>
    <message>
        <source>Fingerprint of the organisation: %1</source>
        <translation>Huella de la organización: %1</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Espacios</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>no server</source>
        <translation>sin servidor</translation>
    </message>
    <message>
        <source>With this page the organisation comes back to its spaces when its computers or passphrases are lost. Whoever has it can act as the organisation.</source>
        <translation>Con esta hoja la organización vuelve a sus espacios cuando se pierden sus equipos o sus frases de paso. Quien la tenga puede actuar como la organización.</translation>
    </message>
    <message>
        <source>Keep it on paper, locked away and apart from the computers. Do not photograph or send it, and delete the file once it is printed.</source>
        <translation>Guárdela en papel, bajo llave y lejos de los equipos. No la fotografíe ni la envíe, y borre el archivo en cuanto esté impresa.</translation>
    </message>
    <message>
        <source>To recover: install Puente on a new computer, run “puente recover” and type the words in the order of their numbers, or scan the code. Capitals, accents and blanks do not matter.</source>
        <translation>Para recuperar: instale Puente en un equipo nuevo, ejecute “puente recover” y escriba las palabras en el orden de sus números, o escanee el código. No importan las mayúsculas, los acentos ni los espacios.</translation>
    </message>
    <message>
        <source>If it may have been seen or copied, tell the administrators of your spaces at once.</source>
        <translation>Si alguien pudo verla o copiarla, avise enseguida a quienes administran sus espacios.</translation>
    </message>
    <message>
        <source>Trustee's share %1 of %2</source>
        <translation>Parte de custodia %1 de %2</translation>
    </message>
    <message>
        <source>Kept by: %1</source>
        <translation>La guarda: %1</translation>
    </message>
    <message>
        <source>With any %1 of these %2 shares the organisation comes back to its spaces when its computers or passphrases are lost. Fewer reveal nothing.</source>
        <translation>Con %1 cualesquiera de estas %2 partes la organización vuelve a sus espacios cuando se pierden sus equipos o sus frases de paso. Menos no revelan nada.</translation>
    </message>
    <message>
        <source>Keep it on paper, locked away, and never in the same place as another share: whoever has %1 of them can act as the organisation.</source>
        <translation>Guárdela en papel, bajo llave y nunca en el mismo lugar que otra parte: quien tenga %1 de ellas puede actuar como la organización.</translation>
    </message>
    <message>
        <source>Hand it only to somebody of the organisation whom you know in person and who tells you why. On the telephone, compare the fingerprint first.</source>
        <translation>Entréguela solo a alguien de la organización a quien conozca en persona y que le diga para qué. Por teléfono, compare antes la huella.</translation>
    </message>
    <message>
        <source>There is a mistake in it, and nothing says where.</source>
        <translation>Hay un error y nada indica dónde.</translation>
    </message>
    <message>
        <source>Compare each word, or each letter of the line, with the paper.</source>
        <translation>Compare cada palabra, o cada letra de la línea, con el papel.</translation>
    </message>
    <message>
        <source>Word %1 is not the one on the paper.</source>
        <translation>La palabra %1 no es la que está en el papel.</translation>
    </message>
    <message>
        <source>Look at it again: a letter may be another, or a word is missing or there twice.</source>
        <translation>Mírela de nuevo: quizá una letra sea otra, o falte o se repita una palabra.</translation>
    </message>
    <message>
        <source>It was made by a later version of Puente.</source>
        <translation>Se hizo con una versión posterior de Puente.</translation>
    </message>
    <message>
        <source>Install a current version.</source>
        <translation>Instale una versión actual.</translation>
    </message>
    <message>
        <source>This is not a recovery kit.</source>
        <translation>Esto no es un kit de recuperación.</translation>
    </message>
    <message>
        <source>Type all words of the kit, or the line that begins with puente-kit:</source>
        <translation>Escriba todas las palabras del kit, o la línea que empieza con puente-kit:</translation>
    </message>
    <message>
        <source>This is not a trustee's share.</source>
        <translation>Esto no es una parte de custodia.</translation>
    </message>
    <message>
        <source>Type all words of the share, or the line that begins with puente-share:</source>
        <translation>Escriba todas las palabras de la parte, o la línea que empieza con puente-share:</translation>
    </message>
    <message>
        <source>These shares are too few.</source>
        <translation>Estas partes no bastan.</translation>
    </message>
    <message>
        <source>Each page says how many are needed.</source>
        <translation>Cada hoja dice cuántas hacen falta.</translation>
    </message>
    <message>
        <source>These shares do not belong together.</source>
        <translation>Estas partes no van juntas.</translation>
    </message>
    <message>
        <source>Use shares of the same organisation that were made together.</source>
        <translation>Use partes de la misma organización que se hicieron a la vez.</translation>
    </message>
    <message>
        <source>The same share is there twice.</source>
        <translation>La misma parte está dos veces.</translation>
    </message>
    <message>
        <source>Ask another trustee for a share.</source>
        <translation>Pida su parte a otra persona que la custodie.</translation>
    </message>
    <message>
        <source>These shares do not give the organisation's root: one of them is not as it was made.</source>
        <translation>Estas partes no dan la raíz de la organización: una de ellas no es como se hizo.</translation>
    </message>
    <message>
        <source>Try the shares of other trustees.</source>
        <translation>Pruebe con las partes de otras personas.</translation>
    </message>
    <message>
        <source>The key of the space was renewed: whoever was removed reads nothing written from now on. What they already downloaded stays readable to them.</source>
        <translation>La clave del espacio se renovó: quien fue retirado no lee nada de lo que se escriba desde ahora. Lo que ya descargó lo puede seguir leyendo.</translation>
    </message>
    <message>
        <source>The key was sealed to members who did not have it yet: %1</source>
        <translation>La clave se entregó sellada a miembros que aún no la tenían: %1</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendido</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>revocado</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>“%1” shows those there are.</source>
        <translation>“%1” muestra los que hay.</translation>
    </message>
    <message>
        <source>Several answer to that.</source>
        <translation>Varios responden a eso.</translation>
    </message>
    <message>
        <source>Give more of the id, as “%1” shows it.</source>
        <translation>Escriba más del identificador, como lo muestra “%1”.</translation>
    </message>
    <message>
        <source>There is no such office in this space.</source>
        <translation>No hay tal oficina en este espacio.</translation>
    </message>
    <message>
        <source>There is no such active device in this space.</source>
        <translation>No hay tal equipo activo en este espacio.</translation>
    </message>
    <message>
        <source>There is no such act to confirm in this space.</source>
        <translation>No hay tal acto que confirmar en este espacio.</translation>
    </message>
    <message>
        <source>There is no such invite in this space.</source>
        <translation>No hay tal invitación en este espacio.</translation>
    </message>
    <message>
        <source>Nobody takes away their own place.</source>
        <translation>Nadie se quita su propio lugar.</translation>
    </message>
    <message>
        <source>Ask another administrator to remove this office.</source>
        <translation>Pida a otra oficina administradora que retire a esta.</translation>
    </message>
    <message>
        <source>Do it on another device of this office, or ask another administrator.</source>
        <translation>Hágalo en otro equipo de esta oficina o pídalo a otra oficina administradora.</translation>
    </message>
    <message>
        <source>(this office, another device)</source>
        <translation>(esta oficina, otro equipo)</translation>
    </message>
    <message>
        <source>DEVICE</source>
        <translation>EQUIPO</translation>
    </message>
    <message>
        <source>OFFICE</source>
        <translation>OFICINA</translation>
    </message>
    <message>
        <source>RECORD</source>
        <translation>REGISTRO</translation>
    </message>
    <message>
        <source>ACT</source>
        <translation>ACTO</translation>
    </message>
    <message>
        <source>INVITE</source>
        <translation>INVITACIÓN</translation>
    </message>
    <message>
        <source>Admitted on one invite, and suspended until an administrator confirms which was meant:</source>
        <translation>Admitidos con una misma invitación y suspendidos hasta que una oficina administradora confirme a quién correspondía:</translation>
    </message>
    <message>
        <source>office removed: %1</source>
        <translation>oficina retirada: %1</translation>
    </message>
    <message>
        <source>device revoked: %1</source>
        <translation>equipo revocado: %1</translation>
    </message>
    <message>
        <source>recovered with its kit: %1</source>
        <translation>recuperada con su kit: %1</translation>
    </message>
    <message>
        <source>one of several admissions confirmed</source>
        <translation>confirmada una de varias admisiones</translation>
    </message>
    <message>
        <source>In force, and not confirmed by a majority of the other administrators yet:</source>
        <translation>Vigente, y aún sin confirmar por la mayoría de las otras oficinas administradoras:</translation>
    </message>
    <message>
        <source>It holds at once. So that nobody overturns it later, the other administrators confirm it with “puente confirm %1”; where you are the only other one, you do so with your recovery kit: “puente confirm %1 --kit FILE”.</source>
        <translation>Rige de inmediato. Para que nadie lo revierta después, las otras oficinas administradoras lo confirman con “puente confirm %1”; donde ustedes son la única otra, lo hacen con su kit de recuperación: “puente confirm %1 --kit ARCHIVO”.</translation>
    </message>
    <message>
        <source>Run “puente sync”, or export a bundle, so that the others learn of it.</source>
        <translation>Ejecute “puente sync” o exporte un paquete para que las demás lo sepan.</translation>
    </message>
    <message>
        <source>%1 no longer belongs to the space. Record: %2</source>
        <translation>%1 ya no pertenece al espacio. Registro: %2</translation>
    </message>
    <message>
        <source>What it had written and you had received stays. What it writes from now on counts nowhere; its own copy cannot be taken away from it.</source>
        <translation>Lo que había escrito y ustedes habían recibido se queda. Lo que escriba desde ahora no cuenta en ninguna parte; su propia copia no se le puede quitar.</translation>
    </message>
    <message>
        <source>The device %1 of %2 may act no more; the office stays a member. Record: %3</source>
        <translation>El equipo %1 de %2 ya no puede actuar; la oficina sigue siendo miembro. Registro: %3</translation>
    </message>
    <message>
        <source>What it had written and you had received stays. What it writes from now on counts nowhere; whoever holds it keeps what lies on it.</source>
        <translation>Lo que había escrito y ustedes habían recibido se queda. Lo que escriba desde ahora no cuenta en ninguna parte; quien lo tenga conserva lo que hay en él.</translation>
    </message>
    <message>
        <source>Remove an office from a space.</source>
        <translation>Retirar una oficina de un espacio.</translation>
    </message>
    <message>
        <source>Its name, or the beginning of its id.</source>
        <translation>Su nombre o el comienzo de su identificador.</translation>
    </message>
    <message>
        <source>Take away a device's right to act; its office stays a member.</source>
        <translation>Quitar a un equipo el derecho de actuar; su oficina sigue siendo miembro.</translation>
    </message>
    <message>
        <source>The beginning of its id, or its office if that has no other.</source>
        <translation>El comienzo de su identificador, o su oficina si no tiene otro.</translation>
    </message>
    <message>
        <source>It has that role already.</source>
        <translation>Ya tiene ese rol.</translation>
    </message>
    <message>
        <source>“puente members” shows the roles.</source>
        <translation>“puente members” muestra los roles.</translation>
    </message>
    <message>
        <source>%1 is %2 now.</source>
        <translation>%1 ahora es %2.</translation>
    </message>
    <message>
        <source>What it had written and you had received stays. It goes on reading; what it writes from now on counts nowhere.</source>
        <translation>Lo que había escrito y ustedes habían recibido se queda. Sigue leyendo; lo que escriba desde ahora no cuenta en ninguna parte.</translation>
    </message>
    <message>
        <source>It may invite, remove and change roles like you, your own included.</source>
        <translation>Puede invitar, retirar y cambiar roles como ustedes, también el de ustedes.</translation>
    </message>
    <message>
        <source>Change what an office may do in a space.</source>
        <translation>Cambiar lo que una oficina puede hacer en un espacio.</translation>
    </message>
    <message>
        <source>The key of the space was renewed and sealed to every member. What was written before stays under the earlier keys, readable to whoever has them.</source>
        <translation>La clave del espacio se renovó y se entregó sellada a cada miembro. Lo escrito antes queda bajo las claves anteriores, legible para quien las tenga.</translation>
    </message>
    <message>
        <source>Renew the key of a space.</source>
        <translation>Renovar la clave de un espacio.</translation>
    </message>
    <message>
        <source>Your organisation has confirmed it with its kit.</source>
        <translation>Su organización lo confirmó con su kit.</translation>
    </message>
    <message>
        <source>Your office has confirmed it.</source>
        <translation>Su oficina lo confirmó.</translation>
    </message>
    <message>
        <source>It is confirmed: whoever it concerns cannot overturn it any more.</source>
        <translation>Está confirmado: a quien concierne ya no puede revertirlo.</translation>
    </message>
    <message>
        <source>Confirm a removal, or one of several admissions on one invite.</source>
        <translation>Confirmar un retiro, o una de varias admisiones con una misma invitación.</translation>
    </message>
    <message>
        <source>The beginning of its id, as “puente members” shows it.</source>
        <translation>El comienzo de su identificador, como lo muestra “puente members”.</translation>
    </message>
    <message>
        <source>Confirm as the organisation itself, with its recovery kit in a file (“-”: typed).</source>
        <translation>Confirmar como la organización misma, con su kit de recuperación en un archivo (“-”: a mano).</translation>
    </message>
    <message>
        <source>contested: see “puente members”</source>
        <translation>en disputa: vea “puente members”</translation>
    </message>
    <message>
        <source>used by %1</source>
        <translation>usada por %1</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirada</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>vencida</translation>
    </message>
    <message>
        <source>open until %1</source>
        <translation>abierta hasta %1</translation>
    </message>
    <message>
        <source>Nobody was invited to this space.</source>
        <translation>A nadie se ha invitado a este espacio.</translation>
    </message>
    <message>
        <source>Nobody joins with the invite %1 any more. Whoever joined with it before stays: “puente member remove” removes them.</source>
        <translation>Ya nadie entra con la invitación %1. Quien entró con ella antes se queda: “puente member remove” lo retira.</translation>
    </message>
    <message>
        <source>The invites to a space, and what became of them.</source>
        <translation>Las invitaciones a un espacio y qué fue de ellas.</translation>
    </message>
    <message>
        <source>Take an invite back.</source>
        <translation>Retirar una invitación.</translation>
    </message>
    <message>
        <source>The beginning of its id, as “puente invite list” shows it.</source>
        <translation>El comienzo de su identificador, como lo muestra “puente invite list”.</translation>
    </message>
    <message>
        <source>Print the recovery kit next, “puente recover kit”: with it alone this office comes back when its passphrase or computer is lost.</source>
        <translation>Imprima ahora el kit de recuperación, “puente recover kit”: solo con él vuelve esta oficina si pierde su contraseña o su equipo.</translation>
    </message>
    <message>
        <source>There is no confirmed recovery kit: without one a lost passphrase or laptop loses this office. “puente recover kit” prints it.</source>
        <translation>No hay un kit de recuperación confirmado: sin él, perder la contraseña o el equipo es perder esta oficina. “puente recover kit” lo imprime.</translation>
    </message>
    <message>
        <source>This device does not keep the root of the organisation: its kit was confirmed.</source>
        <translation>Este equipo no guarda la raíz de la organización: su kit fue confirmado.</translation>
    </message>
    <message>
        <source>Take the printed kit; “puente recover shares --kit FILE” makes shares from it.</source>
        <translation>Tome el kit impreso; “puente recover shares --kit ARCHIVO” hace partes de él.</translation>
    </message>
    <message>
        <source>This is the kit of another organisation.</source>
        <translation>Este es el kit de otra organización.</translation>
    </message>
    <message>
        <source>Look for the page that names this organisation.</source>
        <translation>Busque la hoja que nombra a esta organización.</translation>
    </message>
    <message>
        <source>The kit is in %1: print it, lock the paper away, and delete the file.</source>
        <translation>El kit está en %1: imprímalo, guarde el papel bajo llave y borre el archivo.</translation>
    </message>
    <message>
        <source>Whoever has it can act as the organisation. Nobody else can give it back to you.</source>
        <translation>Quien lo tenga puede actuar como la organización. Nadie más se lo puede devolver.</translation>
    </message>
    <message>
        <source>Then type its words back from the paper: “puente recover confirm”.</source>
        <translation>Después escriba sus palabras leyéndolas del papel: “puente recover confirm”.</translation>
    </message>
    <message>
        <source>Type the words of the kit from the paper, then Ctrl+D on a line of its own:</source>
        <translation>Escriba las palabras del kit leyéndolas del papel y luego Ctrl+D en una línea aparte:</translation>
    </message>
    <message>
        <source>The kit on paper is right.</source>
        <translation>El kit en papel es correcto.</translation>
    </message>
    <message>
        <source>This device keeps the root as well: whoever has it and its passphrase can act as the organisation.</source>
        <translation>Este equipo también guarda la raíz: quien lo tenga con su contraseña puede actuar como la organización.</translation>
    </message>
    <message>
        <source>This device has forgotten the root: from now on it is on the paper only.</source>
        <translation>Este equipo olvidó la raíz: desde ahora está solo en el papel.</translation>
    </message>
    <message>
        <source>That is not a number.</source>
        <translation>Eso no es un número.</translation>
    </message>
    <message>
        <source>Give a number from 2 to 16.</source>
        <translation>Escriba un número de 2 a 16.</translation>
    </message>
    <message>
        <source>So many shares are not made.</source>
        <translation>No se hacen tantas partes.</translation>
    </message>
    <message>
        <source>From 2 to 16 trustees, of whom at least 2 and at most all are needed.</source>
        <translation>De 2 a 16 personas, de las cuales se necesitan al menos 2 y a lo sumo todas.</translation>
    </message>
    <message>
        <source>Print each page for one trustee, with its .txt or without, then delete the files.</source>
        <translation>Imprima cada hoja para una persona, con su .txt o sin él, y borre después los archivos.</translation>
    </message>
    <message>
        <source>Any %1 of these %2 trustees together can act as the organisation; fewer can do nothing.</source>
        <translation>Cualesquiera %1 de estas %2 personas juntas pueden actuar como la organización; menos no pueden nada.</translation>
    </message>
    <message>
        <source>Shares that were made before stay good: collect and burn them.</source>
        <translation>Las partes hechas antes siguen sirviendo: recójalas y quémelas.</translation>
    </message>
    <message>
        <source>Print the recovery kit of this organisation.</source>
        <translation>Imprimir el kit de recuperación de esta organización.</translation>
    </message>
    <message>
        <source>The page to write, as PDF; never over a file.</source>
        <translation>La hoja que se escribe, en PDF; nunca sobre un archivo existente.</translation>
    </message>
    <message>
        <source>Type the kit back from the paper; then this device forgets the root.</source>
        <translation>Volver a escribir el kit leyéndolo del papel; después este equipo olvida la raíz.</translation>
    </message>
    <message>
        <source>Where the words are; else they are typed.</source>
        <translation>Dónde están las palabras; si no, se escriben a mano.</translation>
    </message>
    <message>
        <source>Do not forget the root.</source>
        <translation>No olvidar la raíz.</translation>
    </message>
    <message>
        <source>Split the kit among trustees, of whom some together can recover.</source>
        <translation>Repartir el kit entre personas de confianza, de las que algunas juntas pueden recuperar.</translation>
    </message>
    <message>
        <source>How many shares; else 3.</source>
        <translation>Cuántas partes; si no, 3.</translation>
    </message>
    <message>
        <source>How many of them are needed; else 2.</source>
        <translation>Cuántas se necesitan; si no, 2.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>CARPETA</translation>
    </message>
    <message>
        <source>Where to write the pages.</source>
        <translation>Dónde escribir las hojas.</translation>
    </message>
    <message>
        <source>The kit, where the device has forgotten the root.</source>
        <translation>El kit, si el equipo ya olvidó la raíz.</translation>
    </message>
    <message>
        <source>That is not one device of this organisation.</source>
        <translation>Eso no es un equipo de esta organización.</translation>
    </message>
    <message>
        <source>Give the beginning of its id, as “puente members” shows it.</source>
        <translation>Escriba el comienzo de su identificador, como lo muestra “puente members”.</translation>
    </message>
    <message>
        <source>This organisation belongs to none of the spaces in the bundle.</source>
        <translation>Esta organización no pertenece a ningún espacio del paquete.</translation>
    </message>
    <message>
        <source>Ask a member of its space to export a bundle, or to invite it again.</source>
        <translation>Pida a un miembro de su espacio que exporte un paquete o que la invite de nuevo.</translation>
    </message>
    <message>
        <source>Give the kit or shares of it, one of the two.</source>
        <translation>Dé el kit o partes de él, una de las dos cosas.</translation>
    </message>
    <message>
        <source>--kit FILE, or --shares FILE for each share.</source>
        <translation>--kit ARCHIVO, o --shares ARCHIVO por cada parte.</translation>
    </message>
    <message>
        <source>“%1”: this device is yours now. Changes received: %2. Other devices of yours revoked: %3.</source>
        <translation>“%1”: este equipo ya es de ustedes. Cambios recibidos: %2. Otros equipos suyos revocados: %3.</translation>
    </message>
    <message>
        <source>What the revoked devices had written and is not in the bundle counts no longer; what lies on them stays on them.</source>
        <translation>Lo que los equipos revocados habían escrito y no está en el paquete ya no cuenta; lo que hay en ellos se queda en ellos.</translation>
    </message>
    <message>
        <source>Tell the administrators by telephone, and lock the kit away again: this device does not keep it.</source>
        <translation>Avise por teléfono a las oficinas administradoras y vuelva a guardar el kit bajo llave: este equipo no lo conserva.</translation>
    </message>
    <message>
        <source>The words or the line of the kit; “-”: typed.</source>
        <translation>Las palabras o la línea del kit; “-”: a mano.</translation>
    </message>
    <message>
        <source>A trustee's share; once for each.</source>
        <translation>La parte de una persona; una vez por cada una.</translation>
    </message>
    <message>
        <source>Where the space meets; the kit names it.</source>
        <translation>Dónde se reúne el espacio; el kit lo dice.</translation>
    </message>
    <message>
        <source>A device that is not lost; all others are revoked.</source>
        <translation>Un equipo que no se perdió; todos los demás se revocan.</translation>
    </message>
    <message>
        <source>Come back on a new device: a lost passphrase, a stolen laptop.</source>
        <translation>Volver en un equipo nuevo: contraseña olvidada, equipo robado.</translation>
    </message>
    <message>
        <source>There is no such log in quarantine.</source>
        <translation>No hay ninguna bitácora así en cuarentena.</translation>
    </message>
    <message>
        <source>This office has adopted it already.</source>
        <translation>Esta oficina ya lo adoptó.</translation>
    </message>
    <message>
        <source>Its changes are among this office's own.</source>
        <translation>Sus cambios ya están entre los de esta oficina.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Nothing lies in quarantine.</source>
        <translation>No hay nada en cuarentena.</translation>
    </message>
    <message>
        <source>LOG</source>
        <translation>BITÁCORA</translation>
    </message>
    <message>
        <source>SEGMENTS</source>
        <translation>SEGMENTOS</translation>
    </message>
    <message>
        <source>CHANGES</source>
        <translation>CAMBIOS</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>TAMAÑO</translation>
    </message>
    <message>
        <source>ADOPTED</source>
        <translation>ADOPTADO</translation>
    </message>
    <message>
        <source>Written beyond what counts of its author&apos;s log: kept here, applied by nobody. “puente quarantine adopt LOG” enters it as yours.</source>
        <translation>Se escribió más allá de lo que cuenta de la bitácora de su autora: se guarda aquí y nadie lo aplica. “puente quarantine adopt BITÁCORA” lo incorpora como propio.</translation>
    </message>
    <message>
        <source>Written to %1, sealed and signed as it came: %2 segments with %3 changes. It stays here as well.</source>
        <translation>Escrito en %1, sellado y firmado como llegó: %2 segmentos con %3 cambios. También se queda aquí.</translation>
    </message>
    <message>
        <source>Written again as changes of this office: %1. Records it had begun have new ids; what stands in quarantine stays there.</source>
        <translation>Se escribieron de nuevo como cambios de esta oficina: %1. Las fichas que había iniciado tienen identificadores nuevos; lo que está en cuarentena sigue ahí.</translation>
    </message>
    <message>
        <source>Tell the other administrators, so that nobody adopts it a second time.</source>
        <translation>Avise a las demás oficinas administradoras, para que nadie lo adopte otra vez.</translation>
    </message>
    <message>
        <source>The beginning of its name, as “puente quarantine list” shows it.</source>
        <translation>El comienzo de su nombre, como lo muestra “puente quarantine list”.</translation>
    </message>
    <message>
        <source>What was written by those who might not write any more.</source>
        <translation>Lo que escribieron quienes ya no podían escribir.</translation>
    </message>
    <message>
        <source>Write what lies in quarantine of a log to a file, as it came.</source>
        <translation>Escribir en un archivo lo que está en cuarentena de una bitácora, como llegó.</translation>
    </message>
    <message>
        <source>The bundle to write; never over a file.</source>
        <translation>El paquete que se escribe; nunca sobre un archivo.</translation>
    </message>
    <message>
        <source>Enter what lies in quarantine of a log as this office's own.</source>
        <translation>Incorporar como propio lo que está en cuarentena de una bitácora.</translation>
    </message>
    <message>
        <source>Segments in quarantine, whose author might not write any more: %1. See “puente quarantine list”.</source>
        <translation>Segmentos en cuarentena, cuya autora ya no podía escribir: %1. Véase “puente quarantine list”.</translation>
    </message>
    <message>
        <source>This needs the root of the organisation, which this device does not keep.</source>
        <translation>Para esto hace falta la raíz de la organización, que este equipo no guarda.</translation>
    </message>
    <message>
        <source>Take the printed recovery kit: --kit FILE.</source>
        <translation>Use el kit de recuperación impreso: --kit ARCHIVO.</translation>
    </message>
    <message>
        <source>Make another one: “puente device add --out FILE”.</source>
        <translation>Haga otra: “puente device add --out ARCHIVO”.</translation>
    </message>
    <message>
        <source>No such device asks to be one of this office.</source>
        <translation>Ningún equipo así pide ser de esta oficina.</translation>
    </message>
    <message>
        <source>Only administrators invite.</source>
        <translation>Solo invitan las oficinas administradoras.</translation>
    </message>
    <message>
        <source>A second device begins with the recovery kit as well: “puente recover start --kit FILE --keep DEVICE” on it, with a bundle of this one.</source>
        <translation>Un segundo equipo también puede empezar con el kit de recuperación: en él, “puente recover start --kit ARCHIVO --keep EQUIPO”, con un paquete de este.</translation>
    </message>
    <message>
        <source>Its invite is not one that this office made for its own devices: somebody else may be behind it. Nothing was signed.</source>
        <translation>Su invitación no es de las que esta oficina hizo para sus propios equipos: puede haber otra persona detrás. No se firmó nada.</translation>
    </message>
    <message>
        <source>Make one: “puente device add --out FILE”.</source>
        <translation>Haga una: “puente device add --out ARCHIVO”.</translation>
    </message>
    <message>
        <source>This invite is not for another device of one office.</source>
        <translation>Esta invitación no es para otro equipo de una misma oficina.</translation>
    </message>
    <message>
        <source>For an office of your own: “puente init” without it, then “puente join”.</source>
        <translation>Para una oficina propia: “puente init” sin ella y después “puente join”.</translation>
    </message>
    <message>
        <source>This device is not certified by its organisation yet.</source>
        <translation>Su organización todavía no ha certificado este equipo.</translation>
    </message>
    <message>
        <source>On the device that invited it: “puente device admit”. Then run “puente sync” here, or exchange bundles.</source>
        <translation>En el equipo que lo invitó: “puente device admit”. Después ejecute aquí “puente sync” o intercambie paquetes.</translation>
    </message>
    <message>
        <source>This invite is for another organisation.</source>
        <translation>Esta invitación es para otra organización.</translation>
    </message>
    <message>
        <source>none here</source>
        <translation>ninguno aquí</translation>
    </message>
    <message>
        <source>(this device)</source>
        <translation>(este equipo)</translation>
    </message>
    <message>
        <source>NEWEST CHANGE</source>
        <translation>CAMBIO MÁS RECIENTE</translation>
    </message>
    <message>
        <source>They ask to be another device of this office. Compare the words with those on its screen, then “puente device admit DEVICE”:</source>
        <translation>Piden ser otro equipo de esta oficina. Compare las palabras con las de su pantalla y después “puente device admit EQUIPO”:</translation>
    </message>
    <message>
        <source>It is for one more device of this office and nobody else, until %1. On that device: “puente init --invite FILE”.</source>
        <translation>Es para un equipo más de esta oficina y para nadie más, hasta el %1. En ese equipo: “puente init --invite ARCHIVO”.</translation>
    </message>
    <message>
        <source>The device with the words %1 is one of this office now, and may do what this one may.</source>
        <translation>El equipo con las palabras %1 ya es de esta oficina y puede hacer lo mismo que este.</translation>
    </message>
    <message>
        <source>If these are not the words on its screen, revoke it at once: “puente device revoke %1”.</source>
        <translation>Si no son las palabras de su pantalla, revóquelo enseguida: “puente device revoke %1”.</translation>
    </message>
    <message>
        <source>The device %1 of this office may act no more. Record: %2</source>
        <translation>El equipo %1 de esta oficina ya no puede actuar. Registro: %2</translation>
    </message>
    <message>
        <source>The recovery kit, where this device has forgotten the root (“-”: typed).</source>
        <translation>El kit de recuperación, si este equipo ya olvidó la raíz (“-”: a mano).</translation>
    </message>
    <message>
        <source>The beginning of its id, as “puente device list” shows it.</source>
        <translation>El comienzo de su identificador, como lo muestra “puente device list”.</translation>
    </message>
    <message>
        <source>The devices of this office, and when they were last heard of.</source>
        <translation>Los equipos de esta oficina y cuándo se supo de ellos por última vez.</translation>
    </message>
    <message>
        <source>Those of all offices.</source>
        <translation>Los de todas las oficinas.</translation>
    </message>
    <message>
        <source>Invite another device of this office.</source>
        <translation>Invitar a otro equipo de esta oficina.</translation>
    </message>
    <message>
        <source>Certify and admit a device that asks, after its words were compared.</source>
        <translation>Certificar y admitir un equipo que lo pide, después de comparar sus palabras.</translation>
    </message>
    <message>
        <source>Take away the right to act of another device of this office.</source>
        <translation>Quitar a otro equipo de esta oficina el derecho a actuar.</translation>
    </message>
    <message>
        <source>What “puente device add” made on a device of this office: this will be another one.</source>
        <translation>Lo que hizo “puente device add” en un equipo de esta oficina: este será otro.</translation>
    </message>
    <message>
        <source>The words of this device: %1. Compare them on the device that invited it, and run “puente device admit” there.</source>
        <translation>Las palabras de este equipo: %1. Compárelas en el equipo que lo invitó y ejecute allí “puente device admit”.</translation>
    </message>
    <message>
        <source>another device of an office, which admits it: “puente device admit”</source>
        <translation>otro equipo de una oficina, que lo admite: “puente device admit”</translation>
    </message>
    <message>
        <source>Tell the server's administrator, or recover with a bundle of any member.</source>
        <translation>Avise a quien administra el servidor, o recupere con un paquete de cualquier miembro.</translation>
    </message>
    <message>
        <source>The server does not keep to the protocol. Nothing was made here.</source>
        <translation>El servidor no respeta el protocolo. Aquí no se creó nada.</translation>
    </message>
    <message>
        <source>What the server sent is not what it signed for: something is missing. Nothing was made here.</source>
        <translation>Lo que envió el servidor no es lo que firmó: falta algo. Aquí no se creó nada.</translation>
    </message>
    <message>
        <source>The server keeps more than 1 GiB for this organisation.</source>
        <translation>El servidor guarda más de 1 GiB de esta organización.</translation>
    </message>
    <message>
        <source>Recover with a bundle of a member, space by space.</source>
        <translation>Recupere con un paquete de un miembro, espacio por espacio.</translation>
    </message>
    <message>
        <source>This server keeps no space of this organisation.</source>
        <translation>Este servidor no guarda ningún espacio de esta organización.</translation>
    </message>
    <message>
        <source>Check the address on the kit, or recover with a bundle of a member.</source>
        <translation>Revise la dirección que dice el kit, o recupere con un paquete de un miembro.</translation>
    </message>
    <message>
        <source>Say where from: a bundle or the server.</source>
        <translation>Diga de dónde: de un paquete o del servidor.</translation>
    </message>
    <message>
        <source>--bundle FILE of any member, or --server ADDRESS as the kit names it.</source>
        <translation>--bundle ARCHIVO de cualquier miembro, o --server DIRECCIÓN como la dice el kit.</translation>
    </message>
    <message>
        <source>What the revoked devices had written and the server does not have counts no longer; what lies on them stays on them.</source>
        <translation>Lo que los equipos revocados habían escrito y el servidor no tiene ya no cuenta; lo que hay en ellos se queda en ellos.</translation>
    </message>
    <message>
        <source>What a member of the space exported; else the server is asked.</source>
        <translation>Lo que exportó un miembro del espacio; si no, se pregunta al servidor.</translation>
    </message>
    <message>
        <source>That file is not a proof that this version knows.</source>
        <translation>Ese archivo no es una prueba que esta versión conozca.</translation>
    </message>
    <message>
        <source>That file proves nothing: it does not hold two segments at one place.</source>
        <translation>Ese archivo no prueba nada: no contiene dos segmentos en un mismo lugar.</translation>
    </message>
    <message>
        <source>That file proves nothing: a signature is not by the device that it accuses.</source>
        <translation>Ese archivo no prueba nada: una firma no es del equipo al que acusa.</translation>
    </message>
    <message>
        <source>There is no such proof.</source>
        <translation>No existe esa prueba.</translation>
    </message>
    <message>
        <source>Accuse nobody with it. A proof is written by “puente proof export”.</source>
        <translation>No acuse a nadie con él. Las pruebas las escribe “puente proof export”.</translation>
    </message>
    <message>
        <source>No device of this space has contradicted itself.</source>
        <translation>Ningún equipo de este espacio se ha contradicho.</translation>
    </message>
    <message>
        <source>PROOF</source>
        <translation>PRUEBA</translation>
    </message>
    <message>
        <source>FROM CHANGE</source>
        <translation>DESDE EL CAMBIO</translation>
    </message>
    <message>
        <source>EXPLAINED</source>
        <translation>EXPLICADA</translation>
    </message>
    <message>
        <source>Each of these devices wrote two things at one place of its log. A restored backup or a copied folder does that too; its office then explains it with its next sync.</source>
        <translation>Cada uno de estos equipos escribió dos cosas en un mismo lugar de su bitácora. También ocurre con un respaldo restaurado o una carpeta copiada; su oficina lo explica entonces con su próxima sincronización.</translation>
    </message>
    <message>
        <source>Written to %1. Whoever has it can check it with “puente verify”; nothing of the space is in it.</source>
        <translation>Escrita en %1. Quien la tenga puede comprobarla con “puente verify”; no contiene nada del espacio.</translation>
    </message>
    <message>
        <source>It holds: the device %1 signed two different segments at one place of its log, from change %2 on.</source>
        <translation>Es válida: el equipo %1 firmó dos segmentos distintos en un mismo lugar de su bitácora, a partir del cambio %2.</translation>
    </message>
    <message>
        <source>Whose device that is, its space&apos;s members see with “puente members”; whether a restored backup explains it, with “puente proof list”.</source>
        <translation>De quién es el equipo lo ven los miembros de su espacio con “puente members”; si lo explica un respaldo restaurado, con “puente proof list”.</translation>
    </message>
    <message>
        <source>Devices that wrote two things at one place of their log.</source>
        <translation>Equipos que escribieron dos cosas en un mismo lugar de su bitácora.</translation>
    </message>
    <message>
        <source>Write such a proof to a file that anybody can check.</source>
        <translation>Escribir una de esas pruebas en un archivo que cualquiera puede comprobar.</translation>
    </message>
    <message>
        <source>The beginning of its id or of the device&apos;s, as “puente proof list” shows it.</source>
        <translation>El comienzo de su identificador o del equipo, como lo muestra “puente proof list”.</translation>
    </message>
    <message>
        <source>The file to write; never over a file.</source>
        <translation>El archivo que se escribe; nunca sobre uno que existe.</translation>
    </message>
    <message>
        <source>A proof; without it this replica.</source>
        <translation>Una prueba; sin ella, esta réplica.</translation>
    </message>
    <message>
        <source>Check the file, every log and every signature; or a proof that somebody handed over.</source>
        <translation>Comprobar el archivo, cada bitácora y cada firma; o una prueba que alguien entregó.</translation>
    </message>
    <message>
        <source>There is no replica in that folder.</source>
        <translation>En esa carpeta no hay ninguna réplica.</translation>
    </message>
    <message>
        <source>Name the folder of the old replica; “puente status” showed it.</source>
        <translation>Indique la carpeta de la réplica anterior; “puente status” la mostraba.</translation>
    </message>
    <message>
        <source>Changes that only the old disk had, written again: %1</source>
        <translation>Cambios que solo tenía el disco anterior, escritos de nuevo: %1</translation>
    </message>
    <message>
        <source>Nothing of the old folder is lost; keep it until the others have synchronised, then erase it.</source>
        <translation>De la carpeta anterior no se pierde nada; consérvela hasta que las demás hayan sincronizado y después bórrela.</translation>
    </message>
    <message>
        <source>The old replica&apos;s folder, if it is still there: a forgotten passphrase.</source>
        <translation>La carpeta de la réplica anterior, si todavía existe: una frase de acceso olvidada.</translation>
    </message>
    <message>
        <source>The server says that this device belongs to the space no longer, and sends it nothing more. Ask an administrator by telephone; what lies here stays readable.</source>
        <translation>El servidor dice que este equipo ya no pertenece al espacio y no le envía nada más. Pregunte por teléfono a una oficina administradora; lo que hay aquí se puede seguir leyendo.</translation>
    </message>
    <message>
        <source>The invite is too long for a QR code.</source>
        <translation>La invitación es demasiado larga para un código QR.</translation>
    </message>
    <message>
        <source>Hand it over as a file: --out.</source>
        <translation>Entréguela como archivo: --out.</translation>
    </message>
    <message>
        <source>The invite as a QR code is in %1</source>
        <translation>La invitación como código QR está en %1</translation>
    </message>
    <message>
        <source>Also as a QR code, an SVG picture; “-” draws it on the terminal.</source>
        <translation>También como código QR, una imagen SVG; “-” lo dibuja en la terminal.</translation>
    </message>
    <message>
        <source>%1: no date could be worked out from “%2”; it is kept as text.</source>
        <translation>%1: no se pudo deducir una fecha de “%2”; se guarda como texto.</translation>
    </message>
    <message>
        <source>✓ closed</source>
        <translation>✓ cerrado</translation>
    </message>
    <message>
        <source>■ overdue</source>
        <translation>■ vencido</translation>
    </message>
    <message>
        <source>▲ due soon</source>
        <translation>▲ por vencer</translation>
    </message>
    <message>
        <source>● on time</source>
        <translation>● en plazo</translation>
    </message>
    <message>
        <source>○ undated</source>
        <translation>○ sin fecha</translation>
    </message>
    <message>
        <source>“%1” does not say how something due stands.</source>
        <translation>“%1” no dice cómo está un plazo.</translation>
    </message>
    <message>
        <source>Say light=overdue, due_soon, on_time, undated or closed.</source>
        <translation>Escriba light=overdue (vencido), due_soon (por vencer), on_time (en plazo), undated (sin fecha) o closed (cerrado).</translation>
    </message>
    <message>
        <source>With this %1 the field %2 is needed.</source>
        <translation>Con este valor de %1 hace falta el campo %2.</translation>
    </message>
    <message>
        <source>The day in %1 is after the one in %2.</source>
        <translation>La fecha de %1 es posterior a la de %2.</translation>
    </message>
    <message>
        <source>Check both days.</source>
        <translation>Revise ambas fechas.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencidos</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Por vencer</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>En plazo</translation>
    </message>
    <message>
        <source>Without a date that is certain</source>
        <translation>Sin una fecha cierta</translation>
    </message>
    <message>
        <source>Nobody&apos;s, or everybody&apos;s</source>
        <translation>De nadie, o de todos</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>hace %1 días</translation>
    </message>
    <message>
        <source>DUE</source>
        <translation>PLAZO</translation>
    </message>
    <message>
        <source>WHO</source>
        <translation>RESPONSABLE</translation>
    </message>
    <message>
        <source>What is overdue and what is due soon, with who has to do it.</source>
        <translation>Lo vencido y lo que está por vencer, con su responsable.</translation>
    </message>
    <message>
        <source>As of this day instead of today.</source>
        <translation>A esta fecha en lugar de hoy.</translation>
    </message>
    <message>
        <source>DAYS</source>
        <translation>DÍAS</translation>
    </message>
    <message>
        <source>What counts as soon; 30 days unless said.</source>
        <translation>Qué cuenta como “por vencer”; 30 días si no se indica.</translation>
    </message>
    <message>
        <source>What has no date that is certain.</source>
        <translation>Lo que no tiene una fecha cierta.</translation>
    </message>
    <message>
        <source>What nobody, or everybody, is responsible for.</source>
        <translation>Aquello de lo que nadie, o todos, son responsables.</translation>
    </message>
    <message>
        <source>Everything that is open.</source>
        <translation>Todo lo que está abierto.</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>CÓDIGO</translation>
    </message>
    <message>
        <source>Only what falls to this country.</source>
        <translation>Solo lo que le toca a este país.</translation>
    </message>
    <message>
        <source>Only what somebody is responsible for.</source>
        <translation>Solo aquello de lo que alguien es responsable.</translation>
    </message>
    <message>
        <source>DAY</source>
        <translation>FECHA</translation>
    </message>
    <message>
        <source>“%1” is not a day.</source>
        <translation>“%1” no es una fecha.</translation>
    </message>
    <message>
        <source>Write year-month-day, for example 2026-12-01.</source>
        <translation>Escriba año-mes-día, por ejemplo 2026-12-01.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1” no es un número entero.</translation>
    </message>
    <message>
        <source>Write it in digits, from 0.</source>
        <translation>Escríbalo en cifras, desde 0.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>Only what was written on this device can be undone.</source>
        <translation>Solo se deshace lo que se escribió en este equipo.</translation>
    </message>
    <message>
        <source>somebody wrote another value there since</source>
        <translation>alguien escribió después otro valor ahí</translation>
    </message>
    <message>
        <source>others wrote in it, or refer to it</source>
        <translation>otros escribieron en él, o se refieren a él</translation>
    </message>
    <message>
        <source>Left as it is: %1 (%2)</source>
        <translation>Queda como está: %1 (%2)</translation>
    </message>
    <message>
        <source>Would be undone:</source>
        <translation>Se desharía:</translation>
    </message>
    <message>
        <source>Undone:</source>
        <translation>Se deshizo:</translation>
    </message>
    <message>
        <source>Nothing of the last act stands any more.</source>
        <translation>De lo último ya no queda nada por deshacer.</translation>
    </message>
    <message>
        <source>Take back the last thing written on this device; again to write it once more.</source>
        <translation>Deshacer lo último que se escribió en este equipo; otra vez, para volver a escribirlo.</translation>
    </message>
    <message>
        <source>Only show what would be undone.</source>
        <translation>Solo mostrar lo que se desharía.</translation>
    </message>
    <message>
        <source>Nothing of a restricted space is published.</source>
        <translation>De un espacio restringido no se publica nada.</translation>
    </message>
    <message>
        <source>Name another space with --space.</source>
        <translation>Indique otro espacio con --space.</translation>
    </message>
    <message>
        <source>What is published of it follows another record.</source>
        <translation>Que se publique depende de otra ficha.</translation>
    </message>
    <message>
        <source>Choose what it belongs to, such as the agreement of a commitment.</source>
        <translation>Elija aquella a la que pertenece, como el acuerdo de un compromiso.</translation>
    </message>
    <message>
        <source>%1: the field %2 is in conflict and is not published.</source>
        <translation>%1: el campo %2 está en conflicto y no se publica.</translation>
    </message>
    <message>
        <source>Written to %1. It is for everybody to read.</source>
        <translation>Está en %1. Es para que todos lo lean.</translation>
    </message>
    <message>
        <source>%1 (records changed: %2)</source>
        <translation>%1 (fichas cambiadas: %2)</translation>
    </message>
    <message>
        <source>They are part of the publication.</source>
        <translation>Forman parte de la publicación.</translation>
    </message>
    <message>
        <source>They are no part of the publication any more.</source>
        <translation>Ya no forman parte de la publicación.</translation>
    </message>
    <message>
        <source>Records: ids, beginnings of them, or references.</source>
        <translation>Las fichas: su id, el comienzo de uno, o su referencia.</translation>
    </message>
    <message>
        <source>What of the space everybody would see.</source>
        <translation>Lo que todos verían del espacio.</translation>
    </message>
    <message>
        <source>Make records part of the publication.</source>
        <translation>Incluir fichas en la publicación.</translation>
    </message>
    <message>
        <source>Take records out of the publication; what others copied stays with them.</source>
        <translation>Sacar fichas de la publicación; lo que otros copiaron, lo conservan.</translation>
    </message>
    <message>
        <source>Write the publication to a folder: JSON, and tables in Spanish and English.</source>
        <translation>Escribir la publicación en una carpeta: JSON y tablas en español e inglés.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>CARPETA</translation>
    </message>
    <message>
        <source>The folder to write it to.</source>
        <translation>La carpeta donde se escribe.</translation>
    </message>
    <message>
        <source>Cases are kept in restricted spaces only.</source>
        <translation>Los casos se guardan solo en espacios restringidos.</translation>
    </message>
    <message>
        <source>Name one with --space, or make one: “puente space create NAME --kind restricted”.</source>
        <translation>Indique uno con --space, o cree uno: “puente space create NOMBRE --kind restricted”.</translation>
    </message>
    <message>
        <source>Line %1 does not say which field it is.</source>
        <translation>La línea %1 no dice de qué campo es.</translation>
    </message>
    <message>
        <source>Begin it with the field&apos;s name, for example “Relato: …”.</source>
        <translation>Empiécela con el nombre del campo, por ejemplo “Relato: …”.</translation>
    </message>
    <message>
        <source>There is no case with this receipt code.</source>
        <translation>No hay ningún caso con este código de recibo.</translation>
    </message>
    <message>
        <source>Check it letter by letter; “puente case list” shows those there are.</source>
        <translation>Revíselo letra por letra; “puente case list” muestra los que hay.</translation>
    </message>
    <message>
        <source>This case names no key.</source>
        <translation>Este caso no nombra ninguna clave.</translation>
    </message>
    <message>
        <source>It was entered by another program; ask who entered it.</source>
        <translation>Lo ingresó otro programa; pregunte a quien lo hizo.</translation>
    </message>
    <message>
        <source>This case was deleted.</source>
        <translation>Este caso fue borrado.</translation>
    </message>
    <message>
        <source>Nothing can be written to it any more.</source>
        <translation>Ya no se puede escribir nada en él.</translation>
    </message>
    <message>
        <source>A case is not deleted by its status.</source>
        <translation>Un caso no se borra con su estado.</translation>
    </message>
    <message>
        <source>“puente case delete CODE” deletes what it says, everywhere.</source>
        <translation>“puente case delete CÓDIGO” borra lo que dice, en todas partes.</translation>
    </message>
    <message>
        <source>Referred from “%1”: %2</source>
        <translation>Derivado desde “%1”: %2</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(borrado)</translation>
    </message>
    <message>
        <source>(its key is missing)</source>
        <translation>(falta la clave)</translation>
    </message>
    <message>
        <source>The key of this case is not here, or was erased.</source>
        <translation>La clave de este caso no está aquí, o fue borrada.</translation>
    </message>
    <message>
        <source>Synchronise, and try again; what was deleted cannot be written to.</source>
        <translation>Sincronice e intente de nuevo; en lo borrado no se puede escribir.</translation>
    </message>
    <message>
        <source>Cases are not imported from a table.</source>
        <translation>Los casos no se importan de una tabla.</translation>
    </message>
    <message>
        <source>Enter each with “puente case open”: it gets a key and a receipt code.</source>
        <translation>Ingrese cada uno con “puente case open”: recibe una clave y un código de recibo.</translation>
    </message>
    <message>
        <source>Receipt code</source>
        <translation>Código de recibo</translation>
    </message>
    <message>
        <source>Give it to whoever told it: with it they can ask what became of it.</source>
        <translation>Entréguelo a quien lo contó: con él podrá preguntar qué pasó.</translation>
    </message>
    <message>
        <source>RECEIVED</source>
        <translation>RECIBIDO</translation>
    </message>
    <message>
        <source>TOPIC</source>
        <translation>MATERIA</translation>
    </message>
    <message>
        <source>COUNTRY</source>
        <translation>PAÍS</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>ESTADO</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Referred to</source>
        <translation>Derivado a</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>Anotado.</translation>
    </message>
    <message>
        <source>A copy is in the space “%1”, under a key of that space and the same receipt code.</source>
        <translation>Hay una copia en el espacio “%1”, bajo una clave de ese espacio y con el mismo código de recibo.</translation>
    </message>
    <message>
        <source>deleted: %1, device %2</source>
        <translation>borrado: %1, equipo %2</translation>
    </message>
    <message>
        <source>not confirmed yet: %1, device %2</source>
        <translation>aún sin confirmar: %1, equipo %2</translation>
    </message>
    <message>
        <source>What a case says is deleted for ever, on every replica that hears of it.</source>
        <translation>Lo que dice un caso se borra para siempre, en cada réplica que se entere.</translation>
    </message>
    <message>
        <source>Say --yes if that is meant. Copies in other spaces are deleted there.</source>
        <translation>Escriba --yes si es lo que quiere. Las copias en otros espacios se borran allí.</translation>
    </message>
    <message>
        <source>Deleted here. Others delete it at their next contact; “puente case deletion” shows who has. What somebody copied or printed cannot be called back.</source>
        <translation>Borrado aquí. Los demás lo borran en su próximo contacto; “puente case deletion” muestra quién lo hizo. Lo que alguien copió o imprimió no se puede recuperar.</translation>
    </message>
    <message>
        <source>(too few to leave this space)</source>
        <translation>(muy pocos para salir de este espacio)</translation>
    </message>
    <message>
        <source>Counts written to “%1”: %2</source>
        <translation>Cifras escritas en “%1”: %2</translation>
    </message>
    <message>
        <source>The case&apos;s receipt code.</source>
        <translation>El código de recibo del caso.</translation>
    </message>
    <message>
        <source>A file that holds the text; “-”, and without it, the standard input. Never on the command line, which others can see.</source>
        <translation>Un archivo con el texto; “-”, o si no se indica, la entrada estándar. Nunca en la línea de órdenes, que otros pueden ver.</translation>
    </message>
    <message>
        <source>Enter a case: lines “field: value”, such as “Relato: …”. Gives its receipt code.</source>
        <translation>Ingresar un caso: líneas “campo: valor”, como “Relato: …”. Da su código de recibo.</translation>
    </message>
    <message>
        <source>complaint, documentation, research, detection, attention, protection.</source>
        <translation>complaint (denuncia), documentation, research, detection, attention, protection.</translation>
    </message>
    <message>
        <source>The cases, or those in which some words stand.</source>
        <translation>Los casos, o aquellos en que están unas palabras.</translation>
    </message>
    <message>
        <source>Words that stand in it, or in what was noted about it.</source>
        <translation>Palabras que están en él, o en lo que se anotó de él.</translation>
    </message>
    <message>
        <source>One case, with what was done about it.</source>
        <translation>Un caso, con lo que se hizo al respecto.</translation>
    </message>
    <message>
        <source>Say how a case stands.</source>
        <translation>Decir cómo está un caso.</translation>
    </message>
    <message>
        <source>received, under_review, referred, followed_up, closed.</source>
        <translation>received (recibida), under_review (en estudio), referred (derivada), followed_up (en seguimiento), closed (cerrada).</translation>
    </message>
    <message>
        <source>Note what was done about a case.</source>
        <translation>Anotar lo que se hizo en un caso.</translation>
    </message>
    <message>
        <source>When; today unless said.</source>
        <translation>Cuándo; hoy si no se indica.</translation>
    </message>
    <message>
        <source>Hand a copy of a case to another body, into its restricted space.</source>
        <translation>Entregar una copia de un caso a otro órgano, en su espacio restringido.</translation>
    </message>
    <message>
        <source>The restricted space of the other body; this office must be in it.</source>
        <translation>El espacio restringido del otro órgano; esta oficina debe estar en él.</translation>
    </message>
    <message>
        <source>A file that holds the reason; “-”, and without it, the standard input.</source>
        <translation>Un archivo con el motivo; “-”, o si no se indica, la entrada estándar.</translation>
    </message>
    <message>
        <source>Delete what a case says, on every replica that hears of it.</source>
        <translation>Borrar lo que dice un caso, en cada réplica que se entere.</translation>
    </message>
    <message>
        <source>It is meant.</source>
        <translation>Es lo que se quiere.</translation>
    </message>
    <message>
        <source>Who has deleted a case, and who has not said so yet.</source>
        <translation>Quién borró un caso, y quién no lo ha confirmado.</translation>
    </message>
    <message>
        <source>How many cases came in a quarter; counts of five and more can be shared.</source>
        <translation>Cuántos casos llegaron en un trimestre; las cifras de cinco o más se pueden compartir.</translation>
    </message>
    <message>
        <source>QUARTER</source>
        <translation>TRIMESTRE</translation>
    </message>
    <message>
        <source>Year and quarter, such as 2026-Q3.</source>
        <translation>Año y trimestre, como 2026-T3.</translation>
    </message>
    <message>
        <source>Write those counts into another space, such as the regional one.</source>
        <translation>Escribir esas cifras en otro espacio, como el regional.</translation>
    </message>
    <message>
        <source>Nothing of a case is exported.</source>
        <translation>De un caso no se exporta nada.</translation>
    </message>
    <message>
        <source>“puente case refer” hands a case to another body, “puente case counts” shares counts.</source>
        <translation>“puente case refer” entrega un caso a otro órgano, “puente case counts” comparte cifras.</translation>
    </message>
    <message>
        <source>regional, national, internal, or restricted: only there cases are kept.</source>
        <translation>regional, national (nacional), internal (interno) o restricted (restringido): solo allí se guardan casos.</translation>
    </message>
    <message>
        <source>Of a national space: whose.</source>
        <translation>De un espacio nacional: de qué país.</translation>
    </message>
    <message>
        <source>“%1” is not a quarter.</source>
        <translation>“%1” no es un trimestre.</translation>
    </message>
    <message>
        <source>Write year and quarter, for example 2026-Q3.</source>
        <translation>Escriba año y trimestre, por ejemplo 2026-T3.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>entrada estándar</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>El texto es demasiado largo.</translation>
    </message>
    <message>
        <source>At most 128 KiB; put the rest into another note.</source>
        <translation>Como máximo 128 KiB; ponga el resto en otra anotación.</translation>
    </message>
    <message>
        <source>This is not UTF-8 text.</source>
        <translation>Esto no es texto UTF-8.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Guárdelo como UTF-8.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>El texto está vacío.</translation>
    </message>
    <message>
        <source>Write something in it.</source>
        <translation>Escriba algo en él.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>conflicts wait for a decision, or nothing matched</source>
        <translation>hay conflictos por decidir, o nada coincidió</translation>
    </message>
    <message>
        <source>the command was not understood</source>
        <translation>no se entendió la orden</translation>
    </message>
    <message>
        <source>no network or server</source>
        <translation>no hay red o servidor</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>data invalid</source>
        <translation>datos no válidos</translation>
    </message>
    <message>
        <source>another process has the replica open</source>
        <translation>otro proceso tiene abierta la réplica</translation>
    </message>
    <message>
        <source>partly done</source>
        <translation>hecho en parte</translation>
    </message>
    <message>
        <source>internal error; nothing was changed</source>
        <translation>error interno; no se cambió nada</translation>
    </message>
    <message>
        <source>following up agreements together, with or without a network</source>
        <translation>seguimiento conjunto de acuerdos, con o sin red</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <translation>ÓRDENES</translation>
    </message>
    <message>
        <source>OPTIONS OF EVERY COMMAND</source>
        <translation>OPCIONES DE TODAS LAS ÓRDENES</translation>
    </message>
    <message>
        <source>EXIT CODES</source>
        <translation>CÓDIGOS DE SALIDA</translation>
    </message>
    <message>
        <source>Print the manual page; “puente manual | man -l -” shows it.</source>
        <translation>Imprimir la página de manual; “puente manual | man -l -” la muestra.</translation>
    </message>
    <message>
        <source>Print a script with which bash completes commands.</source>
        <translation>Imprimir un guion con el que bash completa las órdenes.</translation>
    </message>
    <message>
        <source>A part of the replica&apos;s file stands where another one belongs.</source>
        <translation>Una parte del archivo de la réplica está donde corresponde otra.</translation>
    </message>
    <message>
        <source>Somebody or something has mixed two files or two states of one. Keep a copy of the folder, and join again from another office&apos;s invite or a bundle.</source>
        <translation>Alguien o algo mezcló dos archivos o dos estados de uno. Guarde una copia de la carpeta y vuelva a ingresar con la invitación de otra oficina o con un paquete.</translation>
    </message>
    <message>
        <source>The end of the replica&apos;s file is missing.</source>
        <translation>Falta el final del archivo de la réplica.</translation>
    </message>
    <message>
        <source>Copy the whole file again if it was copied. Else keep a copy of the folder, and join again from another office&apos;s invite or a bundle.</source>
        <translation>Si se copió, copie otra vez el archivo entero. Si no, guarde una copia de la carpeta y vuelva a ingresar con la invitación de otra oficina o con un paquete.</translation>
    </message>
    <message>
        <source>The replica&apos;s file belongs to another replica, or is none.</source>
        <translation>El archivo de la réplica es de otra réplica, o no es de ninguna.</translation>
    </message>
    <message>
        <source>Put this replica&apos;s own file back, or name the other one&apos;s folder with --home.</source>
        <translation>Vuelva a poner el archivo de esta réplica, o indique la carpeta de la otra con --home.</translation>
    </message>
    <message>
        <source>The replica&apos;s file is not sealed, but this folder&apos;s was.</source>
        <translation>El archivo de la réplica no está sellado, pero el de esta carpeta lo estaba.</translation>
    </message>
    <message>
        <source>Somebody has put another file there. Put the sealed one back.</source>
        <translation>Alguien puso otro archivo ahí. Vuelva a poner el sellado.</translation>
    </message>
    <message>
        <source>This kit does not open that folder.</source>
        <translation>Este kit no abre esa carpeta.</translation>
    </message>
    <message>
        <source>Use the kit of the organisation whose replica it was.</source>
        <translation>Use el kit de la organización de la que era la réplica.</translation>
    </message>
    <message>
        <source>The sealed copy of the replica is not what it should be. The replica was left as it was.</source>
        <translation>La copia sellada de la réplica no es lo que debía ser. La réplica quedó como estaba.</translation>
    </message>
    <message>
        <source>Check the disk and its free space, and do it again.</source>
        <translation>Revise el disco y su espacio libre, y hágalo otra vez.</translation>
    </message>
    <message>
        <source>This replica&apos;s file was readable to whoever takes the disk. It is sealed now, and opens with your passphrase only.</source>
        <translation>El archivo de esta réplica lo podía leer quien se llevara el disco. Ahora está sellado y solo se abre con su frase de paso.</translation>
    </message>
    <message>
        <source>Give both passphrases in files, or type both.</source>
        <translation>Dé las dos frases de paso en archivos, o escriba las dos.</translation>
    </message>
    <message>
        <source>--passphrase-file for the old one, --new-passphrase-file for the new one.</source>
        <translation>--passphrase-file para la anterior, --new-passphrase-file para la nueva.</translation>
    </message>
    <message>
        <source>The passphrase was changed. What the replica holds stays sealed as it was; a copy of the folder made before still opens with the old passphrase.</source>
        <translation>Se cambió la frase de paso. Lo que la réplica contiene sigue sellado como estaba; una copia de la carpeta hecha antes todavía se abre con la frase anterior.</translation>
    </message>
    <message>
        <source>Lock this replica with another passphrase.</source>
        <translation>Cerrar esta réplica con otra frase de paso.</translation>
    </message>
    <message>
        <source>Holds the new passphrase in its first line.</source>
        <translation>Contiene la frase de paso nueva en su primera línea.</translation>
    </message>
</context>
</TS>
