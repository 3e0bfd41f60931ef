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
        <translation>Cambios enviados: %1, %2. Cambios recibidos: %3, %4. Idas y vueltas: %5.</translation>
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
        <translation>Imprima ahora el kit de recuperación, “puente recover kit”: solo con él vuelve esta oficina si pierde su frase de paso o su equipo.</translation>
    </message>
    <message>
        <source>There is no confirmed recovery kit: without one a lost passphrase or laptop loses this office. “puente recover kit” prints it.</source>
        <translation>No hay un kit de recuperación confirmado: sin él, perder la frase de paso o el equipo es perder esta oficina. “puente recover kit” lo imprime.</translation>
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
        <translation>Este equipo también guarda la raíz: quien lo tenga con su frase de paso puede actuar como la organización.</translation>
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
        <translation>Volver en un equipo nuevo: frase de paso olvidada, equipo robado.</translation>
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
        <source>That file proves nothing: what it holds does not contradict itself.</source>
        <translation>Ese archivo no prueba nada: lo que contiene no se contradice.</translation>
    </message>
    <message>
        <source>That file proves nothing: a signature is not by the device or server that it accuses.</source>
        <translation>Ese archivo no prueba nada: una firma no es del equipo o servidor al que acusa.</translation>
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
        <source>The server has signed for two different pasts of this space. “puente proof list” shows the proof; “puente proof export” writes it for whoever runs the server.</source>
        <translation>El servidor firmó dos pasados distintos de este espacio. “puente proof list” muestra la prueba; “puente proof export” la escribe para quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server %1 has signed for two different pasts of this space, at entry %2.</source>
        <translation>El servidor %1 firmó dos pasados distintos de este espacio, en la entrada %2.</translation>
    </message>
    <message>
        <source>It holds: the server %1 signed for two different pasts of one space, at entry %2.</source>
        <translation>Es válida: el servidor %1 firmó dos pasados distintos de un espacio, en la entrada %2.</translation>
    </message>
    <message>
        <source>The server&apos;s address, “puente-server:…”, names that key, spelt in base64.</source>
        <translation>La dirección del servidor, “puente-server:…”, nombra esa clave, escrita en base64.</translation>
    </message>
    <message>
        <source>Devices, and servers, that contradicted themselves.</source>
        <translation>Equipos y servidores que se contradijeron.</translation>
    </message>
    <message>
        <source>Write such a proof to a file that anybody can check.</source>
        <translation>Escribir una de esas pruebas en un archivo que cualquiera puede comprobar.</translation>
    </message>
    <message>
        <source>The beginning of its id, the device&apos;s or the server&apos;s, as “puente proof list” shows it.</source>
        <translation>El comienzo de su identificador, del equipo o del servidor, como lo muestra “puente proof list”.</translation>
    </message>
    <message>
        <source>The file to write; never over a file.</source>
        <translation>El archivo que se escribe; nunca sobre uno que existe.</translation>
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
        <source>New commitments: %1</source>
        <translation>Compromisos nuevos: %1</translation>
    </message>
    <message>
        <source>There already: %1.</source>
        <translation>Ya estaban: %1.</translation>
    </message>
    <message>
        <source>(in conflict)</source>
        <translation>(en conflicto)</translation>
    </message>
    <message>
        <source>THE GOVERNMENT SAYS</source>
        <translation>SEGÚN EL GOBIERNO</translation>
    </message>
    <message>
        <source>PROGRESS</source>
        <translation>AVANCE</translation>
    </message>
    <message>
        <source>CIVIL SOCIETY SAYS</source>
        <translation>SEGÚN LA SOCIEDAD CIVIL</translation>
    </message>
    <message>
        <source>No commitment fits.</source>
        <translation>Ningún compromiso corresponde.</translation>
    </message>
    <message>
        <source>Reported:</source>
        <translation>Informado:</translation>
    </message>
    <message>
        <source>Assessed:</source>
        <translation>Valorado:</translation>
    </message>
    <message>
        <source>The commitment: AGREEMENT|COUNTRY, or its id.</source>
        <translation>El compromiso: ACUERDO|PAÍS, o su id.</translation>
    </message>
    <message>
        <source>pending, in_progress, fulfilled, partly_fulfilled, not_fulfilled or superseded.</source>
        <translation>pending (pendiente), in_progress (en curso), fulfilled (cumplido), partly_fulfilled (cumplido en parte), not_fulfilled (incumplido) o superseded (sustituido); también en español.</translation>
    </message>
    <message>
        <source>Make one commitment a country of the duty of all; again adds only what is missing.</source>
        <translation>Convertir un deber de todos en un compromiso por país; repetido, solo añade lo que falta.</translation>
    </message>
    <message>
        <source>The agreement: its reference or its id.</source>
        <translation>El acuerdo: su referencia o su id.</translation>
    </message>
    <message>
        <source>CODES</source>
        <translation>CÓDIGOS</translation>
    </message>
    <message>
        <source>Divided by “;”; else those of the agreement, else the eleven member states.</source>
        <translation>Separados por “;”; si no, los del acuerdo; si no, los once países miembros.</translation>
    </message>
    <message>
        <source>TERM</source>
        <translation>PLAZO</translation>
    </message>
    <message>
        <source>Their term; else that of the agreement.</source>
        <translation>Su plazo; si no, el del acuerdo.</translation>
    </message>
    <message>
        <source>What the government and civil society say of each commitment, side by side.</source>
        <translation>Lo que dicen el gobierno y la sociedad civil de cada compromiso, uno al lado del otro.</translation>
    </message>
    <message>
        <source>Only those of this agreement.</source>
        <translation>Solo los de este acuerdo.</translation>
    </message>
    <message>
        <source>Only where the two say different things.</source>
        <translation>Solo donde los dos dicen cosas distintas.</translation>
    </message>
    <message>
        <source>A government says how its commitment stands.</source>
        <translation>Un gobierno informa cómo va su compromiso.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Progress in per cent.</source>
        <translation>El avance en porcentaje.</translation>
    </message>
    <message>
        <source>What was done.</source>
        <translation>Lo que se hizo.</translation>
    </message>
    <message>
        <source>For which quarter; the current one unless said.</source>
        <translation>De qué trimestre; el actual si no se indica.</translation>
    </message>
    <message>
        <source>Civil society says how it sees a commitment, beside the government&apos;s word.</source>
        <translation>La sociedad civil dice cómo ve un compromiso, junto a lo que dice el gobierno.</translation>
    </message>
    <message>
        <source>Why it is seen so.</source>
        <translation>Por qué se valora así.</translation>
    </message>
    <message>
        <source>Nothing changed: that extension is on record already.</source>
        <translation>Nada cambió: esa prórroga ya consta.</translation>
    </message>
    <message>
        <source>%1 had no term; it runs until %2 now.</source>
        <translation>%1 no tenía plazo; ahora vence: %2.</translation>
    </message>
    <message>
        <source>%1 is extended from %2 to %3; the original term stays on record.</source>
        <translation>%1 se prorroga de %2 a %3; el plazo original se conserva.</translation>
    </message>
    <message>
        <source>Grant a later term; the original one stays on record.</source>
        <translation>Conceder una prórroga; el plazo original se conserva.</translation>
    </message>
    <message>
        <source>The new term, for example 2026-12-01.</source>
        <translation>El plazo nuevo, por ejemplo 2026-12-01.</translation>
    </message>
    <message>
        <source>Why it is granted.</source>
        <translation>Por qué se concede.</translation>
    </message>
    <message>
        <source>The day it was granted; today unless said.</source>
        <translation>La fecha en que se concedió; hoy si no se indica.</translation>
    </message>
    <message>
        <source>Say how one record relates to another.</source>
        <translation>Decir qué relación tiene una ficha con otra.</translation>
    </message>
    <message>
        <source>A record: its id, the beginning of it, or its reference.</source>
        <translation>Una ficha: su id, el comienzo de él, o su referencia.</translation>
    </message>
    <message>
        <source>The other record.</source>
        <translation>La otra ficha.</translation>
    </message>
    <message>
        <source>No proposal fits.</source>
        <translation>Ninguna propuesta corresponde.</translation>
    </message>
    <message>
        <source>Received:</source>
        <translation>Recibida:</translation>
    </message>
    <message>
        <source>Acknowledged:</source>
        <translation>Acuse de recibo:</translation>
    </message>
    <message>
        <source>Answered:</source>
        <translation>Respondida:</translation>
    </message>
    <message>
        <source>The proposal or declaration: its reference or its id.</source>
        <translation>La propuesta o declaración: su referencia o su id.</translation>
    </message>
    <message>
        <source>The day on which it happened; today unless said.</source>
        <translation>La fecha en que ocurrió; hoy si no se indica.</translation>
    </message>
    <message>
        <source>How far each proposal and declaration has come at each organisation.</source>
        <translation>Hasta dónde ha llegado cada propuesta y declaración en cada organización.</translation>
    </message>
    <message>
        <source>Only those that wait for an answer.</source>
        <translation>Solo las que esperan respuesta.</translation>
    </message>
    <message>
        <source>Only those whose term is over without an answer.</source>
        <translation>Solo las que no se respondieron en su plazo.</translation>
    </message>
    <message>
        <source>Enter that a proposal has arrived; from then on its term runs.</source>
        <translation>Registrar que llegó una propuesta; desde entonces corre su plazo.</translation>
    </message>
    <message>
        <source>Until when it should be answered.</source>
        <translation>Hasta cuándo debería responderse.</translation>
    </message>
    <message>
        <source>Where it has arrived; this office unless said.</source>
        <translation>A dónde llegó; a esta oficina si no se indica.</translation>
    </message>
    <message>
        <source>This office says that it has the proposal.</source>
        <translation>Esta oficina acusa recibo de la propuesta.</translation>
    </message>
    <message>
        <source>This office answers a proposal, with the reason.</source>
        <translation>Esta oficina responde a una propuesta, con el motivo.</translation>
    </message>
    <message>
        <source>accepted, partly or rejected.</source>
        <translation>accepted (aceptada), partly (en parte) o rejected (rechazada); también en español.</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>Por qué.</translation>
    </message>
    <message>
        <source>REF</source>
        <translation>REF</translation>
    </message>
    <message>
        <source>An agreement there is already, which came of it.</source>
        <translation>Un acuerdo que ya existe y que resultó de ella.</translation>
    </message>
    <message>
        <source>NEWREF</source>
        <translation>REFERENCIA</translation>
    </message>
    <message>
        <source>Make an agreement of it, with this reference.</source>
        <translation>Convertirla en un acuerdo con esta referencia.</translation>
    </message>
    <message>
        <source>The term of the new agreement.</source>
        <translation>El plazo del acuerdo nuevo.</translation>
    </message>
    <message>
        <source>Earlier proposals that say the same, by the words of their titles.</source>
        <translation>Propuestas anteriores que dicen lo mismo, según las palabras de su título.</translation>
    </message>
    <message>
        <source>Say that it repeats this one.</source>
        <translation>Decir que repite a esta otra.</translation>
    </message>
    <message>
        <source>Rows to fill in: %1, in %2. Leave empty what has nothing new.</source>
        <translation>Filas por llenar: %1, en %2. Deje vacío lo que no tenga novedades.</translation>
    </message>
    <message>
        <source>Then: puente report --quarter %1 --from %2</source>
        <translation>Después: puente report --quarter %1 --from %2</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>informado</translation>
    </message>
    <message>
        <source>would be reported</source>
        <translation>se informaría</translation>
    </message>
    <message>
        <source>Reported: %1. The same already: %2. Left empty: %3. Wrong: %4.</source>
        <translation>Informadas: %1. Ya estaban igual: %2. Vacías: %3. Con error: %4.</translation>
    </message>
    <message>
        <source>Nothing was written: this was a trial.</source>
        <translation>No se escribió nada: era una prueba.</translation>
    </message>
    <message>
        <source>Nothing was written. Put right the rows that are wrong and take the table again.</source>
        <translation>No se escribió nada. Corrija las filas con error y vuelva a cargar la tabla.</translation>
    </message>
    <message>
        <source>Status (pending, in_progress, fulfilled, partly_fulfilled, not_fulfilled, superseded):</source>
        <translation>Estado (pendiente, en curso, cumplido, cumplido en parte, incumplido, sustituido):</translation>
    </message>
    <message>
        <source>Progress in per cent:</source>
        <translation>Avance en porcentaje:</translation>
    </message>
    <message>
        <source>What was done:</source>
        <translation>Lo que se hizo:</translation>
    </message>
    <message>
        <source>Everything is reported for %1.</source>
        <translation>Todo está informado para %1.</translation>
    </message>
    <message>
        <source>To report for %1: %2. Enter skips; a point (.) leaves; what is answered stays.</source>
        <translation>Por informar para %1: %2. Con Intro se salta; con un punto (.) se sale; lo respondido queda.</translation>
    </message>
    <message>
        <source>--prefill and --from do not go together.</source>
        <translation>--prefill y --from no van juntos.</translation>
    </message>
    <message>
        <source>Give only one of them.</source>
        <translation>Indique solo uno de los dos.</translation>
    </message>
    <message>
        <source>There is no terminal on which to ask.</source>
        <translation>No hay una terminal donde preguntar.</translation>
    </message>
    <message>
        <source>Write the table with --prefill FILE, and take it with --from FILE.</source>
        <translation>Escriba la tabla con --prefill ARCHIVO y cárguela con --from ARCHIVO.</translation>
    </message>
    <message>
        <source>The report of a quarter: all that falls to this office, in one step.</source>
        <translation>El informe de un trimestre: todo lo que le toca a esta oficina, en un solo paso.</translation>
    </message>
    <message>
        <source>For which quarter, for example 2026-Q3.</source>
        <translation>De qué trimestre, por ejemplo 2026-T3.</translation>
    </message>
    <message>
        <source>Write the table to fill in (CSV); never over a file.</source>
        <translation>Escribir la tabla por llenar (CSV); nunca sobre un archivo que ya existe.</translation>
    </message>
    <message>
        <source>Take the table back; if a row is wrong nothing is written.</source>
        <translation>Cargar la tabla llena; si una fila tiene un error, no se escribe nada.</translation>
    </message>
    <message>
        <source>What falls to this country.</source>
        <translation>Lo que le toca a este país.</translation>
    </message>
    <message>
        <source>What falls to this organisation.</source>
        <translation>Lo que le toca a esta organización.</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Made an agreement</source>
        <translation>Convertida en acuerdo</translation>
    </message>
    <message>
        <source>Came of the response</source>
        <translation>Resultó de la respuesta</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Propuesta</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Prórroga</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>From it derives</source>
        <translation>De aquí deriva</translation>
    </message>
    <message>
        <source>Derives from</source>
        <translation>Deriva de</translation>
    </message>
    <message>
        <source>Is repeated by</source>
        <translation>La repite</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Repite</translation>
    </message>
    <message>
        <source>Is answered by</source>
        <translation>Le responde</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Responde a</translation>
    </message>
    <message>
        <source>Is closed by</source>
        <translation>La cierra</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Cierra</translation>
    </message>
    <message>
        <source>Related to</source>
        <translation>Relacionado con</translation>
    </message>
    <message>
        <source>(shown elsewhere)</source>
        <translation>(se muestra en otra parte)</translation>
    </message>
    <message>
        <source>(goes on: puente trace %1)</source>
        <translation>(continúa: puente trace %1)</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Evidencia: %1</translation>
    </message>
    <message>
        <source>Nothing came of it so far that is on record.</source>
        <translation>Hasta ahora no consta nada que haya resultado de ello.</translation>
    </message>
    <message>
        <source>What became of a declaration, proposal or agreement, down to the evidence.</source>
        <translation>Qué pasó con una declaración, propuesta o acuerdo, hasta las evidencias.</translation>
    </message>
    <message>
        <source>Country not known</source>
        <translation>País desconocido</translation>
    </message>
    <message>
        <source>Nobody named (%1)</source>
        <translation>Nadie designado (%1)</translation>
    </message>
    <message>
        <source>no report for %1</source>
        <translation>sin informe de %1</translation>
    </message>
    <message>
        <source>no answer; it was due on %1, %2 days ago</source>
        <translation>sin respuesta; el plazo venció el %1, hace %2 días</translation>
    </message>
    <message>
        <source>“%1” is nothing to order this list by.</source>
        <translation>No se puede ordenar esta lista por “%1”.</translation>
    </message>
    <message>
        <source>Say country or responsible.</source>
        <translation>Escriba country (país) o responsible (responsable).</translation>
    </message>
    <message>
        <source>Nobody owes an answer or a report.</source>
        <translation>Nadie debe una respuesta ni un informe.</translation>
    </message>
    <message>
        <source>Who owes an answer to a proposal, or the report of a quarter on a commitment.</source>
        <translation>Quién debe la respuesta a una propuesta, o el informe trimestral de un compromiso.</translation>
    </message>
    <message>
        <source>Reports of this quarter; the one that is over unless said.</source>
        <translation>Informes de este trimestre; si no se indica, el último que terminó.</translation>
    </message>
    <message>
        <source>WHOM</source>
        <translation>QUÉ</translation>
    </message>
    <message>
        <source>country or responsible.</source>
        <translation>country (por país) o responsible (por responsable).</translation>
    </message>
    <message>
        <source>granted by %1</source>
        <translation>concedida por %1</translation>
    </message>
    <message>
        <source>entered by %1</source>
        <translation>registrada por %1</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Prórrogas</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>sin plazo</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Motivo: %1</translation>
    </message>
    <message>
        <source>(!) Several extensions replace the same term. Take back the one that does not hold:</source>
        <translation>(!) Hay varias prórrogas del mismo plazo. Retire la que no valga:</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>sin recibir</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibida</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>con acuse de recibo</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondida</translation>
    </message>
    <message>
        <source>made an agreement</source>
        <translation>convertida en acuerdo</translation>
    </message>
    <message>
        <source>HOW IT STANDS</source>
        <translation>CÓMO VA</translation>
    </message>
    <message>
        <source>ANSWER DUE</source>
        <translation>PLAZO DE RESPUESTA</translation>
    </message>
    <message>
        <source>No earlier proposal has enough words of its title in common with it.</source>
        <translation>Ninguna propuesta anterior tiene bastantes palabras del título en común con ella.</translation>
    </message>
    <message>
        <source>%1 % (%2 of %3 words)</source>
        <translation>%1 % (%2 de %3 palabras)</translation>
    </message>
    <message>
        <source>linked already</source>
        <translation>ya vinculada</translation>
    </message>
    <message>
        <source>Words are counted, not understood: read both. If it is the same: puente proposal repeats %1 --of REF</source>
        <translation>Las palabras se cuentan, no se comprenden: lea ambas. Si es la misma: puente proposal repeats %1 --of REF</translation>
    </message>
    <message>
        <source>Linked:</source>
        <translation>Vinculado:</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>“%1” fue borrado.</translation>
    </message>
    <message>
        <source>“puente restore %1” brings it back.</source>
        <translation>“puente restore %1” lo recupera.</translation>
    </message>
    <message>
        <source>“%1” is of another kind: %2.</source>
        <translation>“%1” es de otra clase: %2.</translation>
    </message>
    <message>
        <source>Name one of these: %1.</source>
        <translation>Indique uno de estos: %1.</translation>
    </message>
    <message>
        <source>This point is only taken note of: nobody has to do anything.</source>
        <translation>De este punto solo se toma nota: nadie tiene que hacer nada.</translation>
    </message>
    <message>
        <source>If it was requested or decided, change its force first.</source>
        <translation>Si se pidió o se decidió, cambie antes su alcance (force).</translation>
    </message>
    <message>
        <source>An assessment needs its reason.</source>
        <translation>Una valoración necesita su motivo.</translation>
    </message>
    <message>
        <source>Write it after --reason.</source>
        <translation>Escríbalo después de --reason.</translation>
    </message>
    <message>
        <source>It is closed already: it needs no extension.</source>
        <translation>Ya está cerrado: no necesita prórroga.</translation>
    </message>
    <message>
        <source>If it is open again, change its status first.</source>
        <translation>Si se reabrió, cambie antes su estado.</translation>
    </message>
    <message>
        <source>%1 is not later than the term in force, %2.</source>
        <translation>%1 no es posterior al plazo vigente, %2.</translation>
    </message>
    <message>
        <source>Give a later day with --until.</source>
        <translation>Indique una fecha posterior con --until.</translation>
    </message>
    <message>
        <source>An extension needs its reason.</source>
        <translation>Una prórroga necesita su motivo.</translation>
    </message>
    <message>
        <source>“%1” is neither a proposal nor a declaration.</source>
        <translation>“%1” no es una propuesta ni una declaración.</translation>
    </message>
    <message>
        <source>If it is one: puente set %1 kind=proposal</source>
        <translation>Si lo es: puente set %1 kind=proposal</translation>
    </message>
    <message>
        <source>If it came of this proposal, name it with --agreement.</source>
        <translation>Si resultó de esta propuesta, indíquelo con --agreement.</translation>
    </message>
    <message>
        <source>A proposal cannot come of itself.</source>
        <translation>Una propuesta no puede resultar de sí misma.</translation>
    </message>
    <message>
        <source>Name another agreement, or make a new one with --as-agreement.</source>
        <translation>Indique otro acuerdo, o cree uno nuevo con --as-agreement.</translation>
    </message>
    <message>
        <source>An answer needs its reason.</source>
        <translation>Una respuesta necesita su motivo.</translation>
    </message>
    <message>
        <source>--agreement and --as-agreement do not go together.</source>
        <translation>--agreement y --as-agreement no van juntos.</translation>
    </message>
    <message>
        <source>No agreement comes of a rejected proposal.</source>
        <translation>De una propuesta rechazada no resulta un acuerdo.</translation>
    </message>
    <message>
        <source>Answer accepted or partly, or leave the agreement out.</source>
        <translation>Responda accepted (aceptada) o partly (en parte), o quite el acuerdo.</translation>
    </message>
    <message>
        <source>--due is the term of a new agreement.</source>
        <translation>--due es el plazo de un acuerdo nuevo.</translation>
    </message>
    <message>
        <source>Give --as-agreement too.</source>
        <translation>Indique también --as-agreement.</translation>
    </message>
    <message>
        <source>The answer has a term already.</source>
        <translation>La respuesta ya tiene un plazo.</translation>
    </message>
    <message>
        <source>A later one is granted: puente extend %1 --until TERM --reason TEXT</source>
        <translation>Uno posterior se concede así: puente extend %1 --until PLAZO --reason TEXTO</translation>
    </message>
    <message>
        <source>A record is not linked to itself.</source>
        <translation>Una ficha no se vincula consigo misma.</translation>
    </message>
    <message>
        <source>Name two records.</source>
        <translation>Indique dos fichas.</translation>
    </message>
    <message>
        <source>“%1” does not fall to this office.</source>
        <translation>“%1” no le toca a esta oficina.</translation>
    </message>
    <message>
        <source>Leave the row out, or empty.</source>
        <translation>Quite la fila, o déjela vacía.</translation>
    </message>
    <message>
        <source>“%1” stands in the table twice.</source>
        <translation>“%1” está dos veces en la tabla.</translation>
    </message>
    <message>
        <source>Keep one of the rows.</source>
        <translation>Deje una sola de las filas.</translation>
    </message>
    <message>
        <source>There is no organisation “%1” of a known kind.</source>
        <translation>No hay ninguna organización “%1” cuya clase se conozca.</translation>
    </message>
    <message>
        <source>“puente list organization” shows those there are.</source>
        <translation>“puente list organization” muestra las que hay.</translation>
    </message>
    <message>
        <source>Fill in the table that “puente report --prefill” writes. Nothing was changed.</source>
        <translation>Llene la tabla que escribe “puente report --prefill”. No se cambió nada.</translation>
    </message>
    <message>
        <source>The column “%1” is missing.</source>
        <translation>Falta la columna “%1”.</translation>
    </message>
    <message>
        <source>There is no column with anything to report.</source>
        <translation>Ninguna columna tiene algo que informar.</translation>
    </message>
    <message>
        <source>This row cannot be read: count its cells and its quotes.</source>
        <translation>Esta fila no se puede leer: revise sus celdas y sus comillas.</translation>
    </message>
    <message>
        <source>a government office</source>
        <translation>una oficina de gobierno</translation>
    </message>
    <message>
        <source>a civil-society office</source>
        <translation>una oficina de la sociedad civil</translation>
    </message>
    <message>
        <source>a secretariat</source>
        <translation>una secretaría</translation>
    </message>
    <message>
        <source>an international body</source>
        <translation>un organismo internacional</translation>
    </message>
    <message>
        <source>A government reports for its own country only; this is the word of %1.</source>
        <translation>Un gobierno informa solo por su propio país; esto le corresponde a %1.</translation>
    </message>
    <message>
        <source>The government of %1 writes it from its own office.</source>
        <translation>El gobierno de %1 lo escribe desde su propia oficina.</translation>
    </message>
    <message>
        <source>Only %1 answers in its own name.</source>
        <translation>Solo %1 responde en su propio nombre.</translation>
    </message>
    <message>
        <source>%1 writes it from its own office; a note or a link may be added from here.</source>
        <translation>%1 lo escribe desde su propia oficina; desde aquí se puede añadir una nota o un vínculo.</translation>
    </message>
    <message>
        <source>The status is the government&apos;s word, and this is %1.</source>
        <translation>El estado lo informa el gobierno, y esta es %1.</translation>
    </message>
    <message>
        <source>Write your own: puente commitment assess COMMITMENT STATUS --reason TEXT</source>
        <translation>Escriba su propia valoración: puente commitment assess COMPROMISO ESTADO --reason TEXTO</translation>
    </message>
    <message>
        <source>The government of the country writes it from its own office.</source>
        <translation>El gobierno del país lo escribe desde su propia oficina.</translation>
    </message>
    <message>
        <source>The assessment is civil society&apos;s word, and this is %1.</source>
        <translation>La valoración la hace la sociedad civil, y esta es %1.</translation>
    </message>
    <message>
        <source>Write your own: puente commitment report COMMITMENT STATUS</source>
        <translation>Escriba su propio informe: puente commitment report COMPROMISO ESTADO</translation>
    </message>
    <message>
        <source>A civil-society office writes it from its own office.</source>
        <translation>Una oficina de la sociedad civil la escribe desde su propia oficina.</translation>
    </message>
    <message>
        <source>written by %1, %2</source>
        <translation>escrito por %1, %2</translation>
    </message>
    <message>
        <source>written by %1, of %2</source>
        <translation>escrito por %1, de %2</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>escrito por %1</translation>
    </message>
    <message>
        <source>Nothing was changed. Give the new agreement another reference.</source>
        <translation>No se cambió nada. Dele al acuerdo nuevo otra referencia.</translation>
    </message>
    <message>
        <source>Past decisions</source>
        <translation>Decisiones anteriores</translation>
    </message>
    <message>
        <source>New matters</source>
        <translation>Asuntos nuevos</translation>
    </message>
    <message>
        <source>The others of this part: %1 records</source>
        <translation>Los demás de esta parte: %1 fichas</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organizaciones</translation>
    </message>
    <message>
        <source>ACRONYM</source>
        <translation>SIGLAS</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>RED</translation>
    </message>
    <message>
        <source>OTHER NAMES</source>
        <translation>OTROS NOMBRES</translation>
    </message>
    <message>
        <source>UNTIL</source>
        <translation>HASTA</translation>
    </message>
    <message>
        <source>Focal points</source>
        <translation>Puntos focales</translation>
    </message>
    <message>
        <source>STANDING</source>
        <translation>CALIDAD</translation>
    </message>
    <message>
        <source>POSITION</source>
        <translation>CARGO</translation>
    </message>
    <message>
        <source>CONTACT</source>
        <translation>CONTACTO</translation>
    </message>
    <message>
        <source>FROM</source>
        <translation>DESDE</translation>
    </message>
    <message>
        <source>National spaces</source>
        <translation>Espacios nacionales</translation>
    </message>
    <message>
        <source>SIDE</source>
        <translation>DE QUIÉN</translation>
    </message>
    <message>
        <source>CALENDAR</source>
        <translation>CALENDARIO</translation>
    </message>
    <message>
        <source>MEMBERS</source>
        <translation>MIEMBROS</translation>
    </message>
    <message>
        <source>Offices and their terms</source>
        <translation>Funciones y sus períodos</translation>
    </message>
    <message>
        <source>HOLDER</source>
        <translation>TITULAR</translation>
    </message>
    <message>
        <source>A term of that office begins on %1 already: %2.</source>
        <translation>Ya hay un período de esa función que comienza el %1: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct that one with “puente set %1 from=DAY”.</source>
        <translation>No se cambió nada. Corrija ese período con “puente set %1 from=FECHA”.</translation>
    </message>
    <message>
        <source>There is no office “%1”.</source>
        <translation>No hay ninguna función “%1”.</translation>
    </message>
    <message>
        <source>LIGHT</source>
        <translation>SEMÁFORO</translation>
    </message>
    <message>
        <source>“%1” is not of the type “%2”.</source>
        <translation>“%1” no es del tipo “%2”.</translation>
    </message>
    <message>
        <source>“puente list %1” shows those there are.</source>
        <translation>“puente list %1” muestra los que hay.</translation>
    </message>
    <message>
        <source>Nothing of a restricted space is handed over in files.</source>
        <translation>De un espacio restringido no se entrega nada en archivos.</translation>
    </message>
    <message>
        <source>Name the space that the office works in: --space.</source>
        <translation>Indique el espacio en que trabaja esa función: --space.</translation>
    </message>
    <message>
        <source>HANDOVER: %1</source>
        <translation>TRASPASO: %1</translation>
    </message>
    <message>
        <source>Space “%1”, as of %2, written by %3.</source>
        <translation>Espacio “%1”, al %2, preparado por %3.</translation>
    </message>
    <message>
        <source>Each table below is also in a file of this folder, for a spreadsheet:</source>
        <translation>Cada cuadro de abajo está también en un archivo de esta carpeta, para hoja de cálculo:</translation>
    </message>
    <message>
        <source>There is something of that name already.</source>
        <translation>Ya existe algo con ese nombre.</translation>
    </message>
    <message>
        <source>Name a folder that is not there yet: --out FOLDER.</source>
        <translation>Indique una carpeta que todavía no exista: --out CARPETA.</translation>
    </message>
    <message>
        <source>Members: %1</source>
        <translation>Integrantes: %1</translation>
    </message>
    <message>
        <source>Everything that is open</source>
        <translation>Todo lo que está abierto</translation>
    </message>
    <message>
        <source>README.txt</source>
        <translation>LEAME.txt</translation>
    </message>
    <message>
        <source>Proposals without an answer</source>
        <translation>Propuestas sin respuesta</translation>
    </message>
    <message>
        <source>REFERENCE</source>
        <translation>REFERENCIA</translation>
    </message>
    <message>
        <source>ASKED</source>
        <translation>A QUIÉN SE PREGUNTÓ</translation>
    </message>
    <message>
        <source>Plans and who signed them</source>
        <translation>Planes y quién los firmó</translation>
    </message>
    <message>
        <source>PLAN</source>
        <translation>PLAN</translation>
    </message>
    <message>
        <source>YEAR</source>
        <translation>AÑO</translation>
    </message>
    <message>
        <source>DECISION</source>
        <translation>DECISIÓN</translation>
    </message>
    <message>
        <source>RESERVATION</source>
        <translation>RESERVA</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
    <message>
        <source>Next meetings</source>
        <translation>Próximas reuniones</translation>
    </message>
    <message>
        <source>BEGINS</source>
        <translation>COMIENZA</translation>
    </message>
    <message>
        <source>MEETING</source>
        <translation>REUNIÓN</translation>
    </message>
    <message>
        <source>1_open_agreements</source>
        <translation>1_acuerdos_abiertos</translation>
    </message>
    <message>
        <source>Open agreements</source>
        <translation>Acuerdos abiertos</translation>
    </message>
    <message>
        <source>2_overdue</source>
        <translation>2_vencidos</translation>
    </message>
    <message>
        <source>3_commitments_by_country</source>
        <translation>3_compromisos_por_pais</translation>
    </message>
    <message>
        <source>Open commitments by country</source>
        <translation>Compromisos abiertos por país</translation>
    </message>
    <message>
        <source>4_proposals_without_answer</source>
        <translation>4_propuestas_sin_respuesta</translation>
    </message>
    <message>
        <source>5_plan_and_signatures</source>
        <translation>5_plan_y_firmas</translation>
    </message>
    <message>
        <source>6_next_meetings</source>
        <translation>6_proximas_reuniones</translation>
    </message>
    <message>
        <source>7_contacts</source>
        <translation>7_contactos</translation>
    </message>
    <message>
        <source>8_offices_and_terms</source>
        <translation>8_funciones_y_periodos</translation>
    </message>
    <message>
        <source>9_national_spaces</source>
        <translation>9_espacios_nacionales</translation>
    </message>
    <message>
        <source>Fulfilled in time, of what fell due</source>
        <translation>Cumplidos a tiempo, de los que vencían</translation>
    </message>
    <message>
        <source>Answered, of the proposals received</source>
        <translation>Respondidas, de las propuestas recibidas</translation>
    </message>
    <message>
        <source>Answered in time, of the answers that fell due</source>
        <translation>Respondidas a tiempo, de las que vencían</translation>
    </message>
    <message>
        <source>Attended, of the attendance noted</source>
        <translation>Asistencias, de las que se anotaron</translation>
    </message>
    <message>
        <source>Reported, of the quarterly reports due</source>
        <translation>Informes trimestrales entregados, de los debidos</translation>
    </message>
    <message>
        <source>Organisations that declared a commitment</source>
        <translation>Organizaciones que declararon su compromiso</translation>
    </message>
    <message>
        <source>Indicators from %1 to %2</source>
        <translation>Indicadores del %1 al %2</translation>
    </message>
    <message>
        <source>INDICATOR</source>
        <translation>INDICADOR</translation>
    </message>
    <message>
        <source>COUNT</source>
        <translation>CUENTA</translation>
    </message>
    <message>
        <source>NOT KNOWN</source>
        <translation>SIN DATO</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>MINUTES</source>
        <translation>ACTA</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Asistencia</translation>
    </message>
    <message>
        <source>Nothing was noted.</source>
        <translation>No se anotó nada.</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Resultado: %1</translation>
    </message>
    <message>
        <source>Agreed: %1</source>
        <translation>Acordado: %1</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Lo que se acordó</translation>
    </message>
    <message>
        <source>State of the records (%1)</source>
        <translation>Estado de las fichas (%1)</translation>
    </message>
    <message>
        <source>Frozen by %1. Whoever has these logs up to these heights has what lay before the meeting.</source>
        <translation>Corte tomado por %1. Quien tiene estas bitácoras hasta estas alturas tiene lo que la reunión tuvo a la vista.</translation>
    </message>
    <message>
        <source>%1, device %2, log %3, height %4:</source>
        <translation>%1, equipo %2, bitácora %3, altura %4:</translation>
    </message>
    <message>
        <source>DATA AS OF</source>
        <translation>DATOS AL</translation>
    </message>
    <message>
        <source>REPORTS</source>
        <translation>INFORMES</translation>
    </message>
    <message>
        <source>ANSWERS MISSING</source>
        <translation>RESPUESTAS QUE FALTAN</translation>
    </message>
    <message>
        <source>SIGNATURES MISSING</source>
        <translation>FIRMAS QUE FALTAN</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message>
        <source>not in this space</source>
        <translation>no está en este espacio</translation>
    </message>
    <message>
        <source>Reports of the quarter %1 received: %2</source>
        <translation>Informes recibidos del trimestre %1: %2</translation>
    </message>
    <message>
        <source>Open duties that fall to no organisation on record: %1</source>
        <translation>Pendientes que no le tocan a ninguna organización registrada: %1</translation>
    </message>
    <message>
        <source>Proposals that nobody was asked to answer: %1</source>
        <translation>Propuestas que a nadie se le pidió responder: %1</translation>
    </message>
    <message>
        <source>Complaints: %1</source>
        <translation>Denuncias: %1</translation>
    </message>
    <message>
        <source>Complaints: fewer than %1</source>
        <translation>Denuncias: menos de %1</translation>
    </message>
    <message>
        <source>Readiness for the meeting: %1</source>
        <translation>Preparación de la reunión: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Al %1</translation>
    </message>
    <message>
        <source>This office has frozen the board of that day already.</source>
        <translation>Esta oficina ya tomó el corte de esa fecha.</translation>
    </message>
    <message>
        <source>What is frozen stays as it is. To take it again, “puente delete %1” first.</source>
        <translation>Un corte no se cambia. Para tomarlo de nuevo, primero “puente delete %1”.</translation>
    </message>
    <message>
        <source>Totals by currency</source>
        <translation>Totales por moneda</translation>
    </message>
    <message>
        <source>Totals by currency (%1 lines not counted)</source>
        <translation>Totales por moneda (%1 renglones sin contar)</translation>
    </message>
    <message>
        <source>CURRENCY</source>
        <translation>MONEDA</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>Financiamiento</translation>
    </message>
    <message>
        <source>FOR</source>
        <translation>PARA</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>FUENTE</translation>
    </message>
    <message>
        <source>STAGE</source>
        <translation>ETAPA</translation>
    </message>
    <message>
        <source>AMOUNT</source>
        <translation>MONTO</translation>
    </message>
    <message>
        <source>Self-assessments, with the change since the one before</source>
        <translation>Autoevaluaciones, con el cambio desde la anterior</translation>
    </message>
    <message>
        <source>NEEDS</source>
        <translation>NECESIDADES</translation>
    </message>
    <message>
        <source>Training events</source>
        <translation>Capacitaciones</translation>
    </message>
    <message>
        <source>ENDS</source>
        <translation>TERMINA</translation>
    </message>
    <message>
        <source>MODALITY</source>
        <translation>MODALIDAD</translation>
    </message>
    <message>
        <source>PLACE</source>
        <translation>LUGAR</translation>
    </message>
    <message>
        <source>ORGANISED BY</source>
        <translation>ORGANIZA</translation>
    </message>
    <message>
        <source>SEATS</source>
        <translation>CUPOS</translation>
    </message>
    <message>
        <source>INVITED</source>
        <translation>INVITADAS</translation>
    </message>
    <message>
        <source>MANUALS</source>
        <translation>MANUALES</translation>
    </message>
    <message>
        <source>Participants by organisation</source>
        <translation>Participantes por organización</translation>
    </message>
    <message>
        <source>EVENT</source>
        <translation>CAPACITACIÓN</translation>
    </message>
    <message>
        <source>PARTICIPANTS</source>
        <translation>PARTICIPANTES</translation>
    </message>
    <message>
        <source>WOMEN</source>
        <translation>MUJERES</translation>
    </message>
    <message>
        <source>COMPLETED</source>
        <translation>CONCLUYERON</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Manuals and guidelines</source>
        <translation>Manuales y lineamientos</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>IDIOMA</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>VERSIÓN</translation>
    </message>
    <message>
        <source>USED IN</source>
        <translation>SE USA EN</translation>
    </message>
    <message>
        <source>WHERE IT IS</source>
        <translation>DÓNDE ESTÁ</translation>
    </message>
    <message>
        <source>Advocacy</source>
        <translation>Incidencia</translation>
    </message>
    <message>
        <source>TOWARDS</source>
        <translation>ANTE QUIÉN</translation>
    </message>
    <message>
        <source>BY</source>
        <translation>QUIÉNES</translation>
    </message>
    <message>
        <source>AGREEMENTS</source>
        <translation>ACUERDOS</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>RESULTADO</translation>
    </message>
    <message>
        <source>Proposed, and not on the agenda yet; “puente agenda make” puts it there:</source>
        <translation>Propuesto y todavía fuera de la agenda; “puente agenda make” lo incluye:</translation>
    </message>
    <message>
        <source>Nothing is on the agenda, and nothing waits to be.</source>
        <translation>La agenda está vacía y nada espera entrar en ella.</translation>
    </message>
    <message>
        <source>The agenda holds everything already.</source>
        <translation>La agenda ya lo tiene todo.</translation>
    </message>
    <message>
        <source>Points put on the agenda: %1</source>
        <translation>Puntos incluidos en la agenda: %1</translation>
    </message>
    <message>
        <source>The agenda has no part “%1”.</source>
        <translation>La agenda no tiene una parte “%1”.</translation>
    </message>
    <message>
        <source>Put on the agenda: %1</source>
        <translation>Incluido en la agenda: %1</translation>
    </message>
    <message>
        <source>%1 says something of an agreement, and there is none.</source>
        <translation>%1 dice algo de un acuerdo, y no hay ninguno.</translation>
    </message>
    <message>
        <source>Name it: --as-agreement REFERENCE.</source>
        <translation>Indíquelo: --as-agreement REFERENCIA.</translation>
    </message>
    <message>
        <source>Outcome noted.</source>
        <translation>Resultado anotado.</translation>
    </message>
    <message>
        <source>Agreement entered: %1</source>
        <translation>Acuerdo registrado: %1</translation>
    </message>
    <message>
        <source>The meeting: its id, or its kind and number.</source>
        <translation>La reunión: su identificador, o su clase y número.</translation>
    </message>
    <message>
        <source>What is overdue on this day; unless said, when it begins.</source>
        <translation>Lo vencido a esta fecha; si no se indica, la de su comienzo.</translation>
    </message>
    <message>
        <source>The agenda of a meeting, and what should be on it.</source>
        <translation>La agenda de una reunión y lo que debería estar en ella.</translation>
    </message>
    <message>
        <source>Put on the agenda what is missing: past decisions, overdue, undated, new.</source>
        <translation>Incluir en la agenda lo que falta: decisiones anteriores, vencidos, sin fecha, nuevos.</translation>
    </message>
    <message>
        <source>Put one more point on the agenda.</source>
        <translation>Incluir un punto más en la agenda.</translation>
    </message>
    <message>
        <source>What it is about.</source>
        <translation>De qué trata.</translation>
    </message>
    <message>
        <source>A record it is about; may be repeated.</source>
        <translation>Una ficha de la que trata; se puede repetir.</translation>
    </message>
    <message>
        <source>PART</source>
        <translation>PARTE</translation>
    </message>
    <message>
        <source>past_decisions, overdue, undated or new (unless said).</source>
        <translation>past_decisions, overdue, undated o new (si no se indica).</translation>
    </message>
    <message>
        <source>Note what came of a point, and make an agreement of it.</source>
        <translation>Anotar a qué se llegó en un punto y hacer de ello un acuerdo.</translation>
    </message>
    <message>
        <source>The point: its id, as “puente agenda” shows it.</source>
        <translation>El punto: su identificador, como lo muestra “puente agenda”.</translation>
    </message>
    <message>
        <source>What came of it.</source>
        <translation>A qué se llegó.</translation>
    </message>
    <message>
        <source>Enter it as an agreement of the meeting.</source>
        <translation>Registrarlo como acuerdo de la reunión.</translation>
    </message>
    <message>
        <source>The agreement&apos;s title; the outcome unless said.</source>
        <translation>El título del acuerdo; si no se indica, el resultado.</translation>
    </message>
    <message>
        <source>Until when.</source>
        <translation>Hasta cuándo.</translation>
    </message>
    <message>
        <source>Who has to do it.</source>
        <translation>Quién tiene que hacerlo.</translation>
    </message>
    <message>
        <source>%1 from %2: %3</source>
        <translation>%1 desde el %2: %3</translation>
    </message>
    <message>
        <source>Until %1: %2</source>
        <translation>Hasta el %1: %2</translation>
    </message>
    <message>
        <source>handover</source>
        <translation>traspaso</translation>
    </message>
    <message>
        <source>The handover pack is in %1, %2 files. It holds what the members of this space share, unsealed: hand it over to whom it is for.</source>
        <translation>El paquete de traspaso está en %1, %2 archivos. Contiene, sin cifrar, lo que comparten los miembros de este espacio: entréguelo solo a quien corresponde.</translation>
    </message>
    <message>
        <source>ppt, technical_secretariat, executive_secretariat, monitoring_group, national_focal_point or other.</source>
        <translation>ppt, technical_secretariat, executive_secretariat, monitoring_group, national_focal_point u other, o su nombre en español.</translation>
    </message>
    <message>
        <source>Who follows up on each side: organisations, focal points, offices, national spaces.</source>
        <translation>Quién da seguimiento de cada lado: organizaciones, puntos focales, funciones, espacios nacionales.</translation>
    </message>
    <message>
        <source>Only what belongs to this country.</source>
        <translation>Solo lo de este país.</translation>
    </message>
    <message>
        <source>Begin somebody&apos;s term in an office; the predecessor&apos;s ends the day before.</source>
        <translation>Comenzar el período de alguien en una función; el anterior termina el día previo.</translation>
    </message>
    <message>
        <source>Who: an organisation&apos;s name, alias, or acronym.</source>
        <translation>Quién: nombre, otro nombre o siglas de una organización.</translation>
    </message>
    <message>
        <source>The first day of the term.</source>
        <translation>El primer día del período.</translation>
    </message>
    <message>
        <source>Its last day, if that is known.</source>
        <translation>Su último día, si ya se sabe.</translation>
    </message>
    <message>
        <source>For which country; unless said, the holder&apos;s.</source>
        <translation>De qué país; si no se indica, el del titular.</translation>
    </message>
    <message>
        <source>Who sits in a body, and everything due that its members see.</source>
        <translation>Quiénes integran un órgano y todo lo pendiente que ven.</translation>
    </message>
    <message>
        <source>Write what the next holder of an office needs into a folder.</source>
        <translation>Escribir en una carpeta lo que necesita quien recibe una función.</translation>
    </message>
    <message>
        <source>Where to; a folder that is not there yet.</source>
        <translation>Adónde; una carpeta que todavía no exista.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>El período termina antes de comenzar.</translation>
    </message>
    <message>
        <source>Give --from and --to in that order.</source>
        <translation>Indique --from y --to en ese orden.</translation>
    </message>
    <message>
        <source>How far words became deeds: so many of so many, and how much nobody knows.</source>
        <translation>Cuánto de lo dicho se hizo: tantos de tantos, y de cuántos no hay dato.</translation>
    </message>
    <message>
        <source>Only what falls to this organisation.</source>
        <translation>Solo lo que le toca a esta organización.</translation>
    </message>
    <message>
        <source>The first day of the period; unless said, of the year.</source>
        <translation>El primer día del período; si no se indica, el del año.</translation>
    </message>
    <message>
        <source>The last day of the period; unless said, today.</source>
        <translation>El último día del período; si no se indica, hoy.</translation>
    </message>
    <message>
        <source>Attendance noted: %1</source>
        <translation>Asistencia anotada: %1</translation>
    </message>
    <message>
        <source>It stood there already: %1</source>
        <translation>Ya estaba anotado: %1</translation>
    </message>
    <message>
        <source>Frozen for the minutes: %1</source>
        <translation>Corte tomado para el acta: %1</translation>
    </message>
    <message>
        <source>The minutes are stored with the meeting.</source>
        <translation>El acta quedó guardada con la reunión.</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Escrito en %1</translation>
    </message>
    <message>
        <source>Note whether an organisation attended a meeting.</source>
        <translation>Anotar si una organización asistió a una reunión.</translation>
    </message>
    <message>
        <source>Who: its name, an alias, or its acronym.</source>
        <translation>Quién: su nombre, otro nombre o sus siglas.</translation>
    </message>
    <message>
        <source>present, virtual, excused or absent.</source>
        <translation>present, virtual, excused o absent; o presente, virtual, excusa, ausente.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NÚMERO</translation>
    </message>
    <message>
        <source>With how many people.</source>
        <translation>Con cuántas personas.</translation>
    </message>
    <message>
        <source>What a meeting can count on: data, reports, answers and signatures, and what is missing.</source>
        <translation>Con qué cuenta una reunión: datos, informes, respuestas y firmas, y qué falta.</translation>
    </message>
    <message>
        <source>Keep the board and the state of the records for the minutes.</source>
        <translation>Guardar el tablero y el estado de las fichas para el acta.</translation>
    </message>
    <message>
        <source>How many complaints this office&apos;s restricted spaces hold; few are told as “few”.</source>
        <translation>Cuántas denuncias hay en los espacios restringidos de esta oficina; si son pocas, no se dice cuántas.</translation>
    </message>
    <message>
        <source>The minutes of a meeting: those stored, else a draft from the records.</source>
        <translation>El acta de una reunión: la guardada o, si no hay, un borrador a partir de las fichas.</translation>
    </message>
    <message>
        <source>Write them to a file, never over one.</source>
        <translation>Escribirla en un archivo, nunca sobre otro.</translation>
    </message>
    <message>
        <source>From the records, even where minutes are stored.</source>
        <translation>A partir de las fichas, aunque haya un acta guardada.</translation>
    </message>
    <message>
        <source>Store this text as the minutes.</source>
        <translation>Guardar este texto como acta.</translation>
    </message>
    <message>
        <source>Money asked for, promised, paid and spent, by currency.</source>
        <translation>Dinero solicitado, comprometido, desembolsado y ejecutado, por moneda.</translation>
    </message>
    <message>
        <source>Only for this agreement, commitment, plan or event, and its parts.</source>
        <translation>Solo para este acuerdo, compromiso, plan o capacitación, y sus partes.</translation>
    </message>
    <message>
        <source>How organisations assess their own means, and what changed.</source>
        <translation>Cómo evalúan las organizaciones sus propias capacidades y qué cambió.</translation>
    </message>
    <message>
        <source>Only this one.</source>
        <translation>Solo esta.</translation>
    </message>
    <message>
        <source>Training events, who is invited, and how many took part.</source>
        <translation>Capacitaciones, a quiénes se invita y cuántas personas participaron.</translation>
    </message>
    <message>
        <source>Only events that are not over by this day.</source>
        <translation>Solo las que no han terminado a esta fecha.</translation>
    </message>
    <message>
        <source>Manuals and guidelines: languages, versions, and the training they are used in.</source>
        <translation>Manuales y lineamientos: idiomas, versiones y en qué capacitaciones se usan.</translation>
    </message>
    <message>
        <source>Only in this language: es or en.</source>
        <translation>Solo en este idioma: es o en.</translation>
    </message>
    <message>
        <source>Documents of every kind.</source>
        <translation>Documentos de toda clase.</translation>
    </message>
    <message>
        <source>What was done so that agreements move, and what came of it.</source>
        <translation>Qué se hizo para que los acuerdos avancen y a qué se llegó.</translation>
    </message>
    <message>
        <source>Only for this agreement and its commitments.</source>
        <translation>Solo para este acuerdo y sus compromisos.</translation>
    </message>
    <message>
        <source>FUNCTION</source>
        <translation>FUNCIÓN</translation>
    </message>
    <message>
        <source>The suggestion is empty.</source>
        <translation>La sugerencia está vacía.</translation>
    </message>
    <message>
        <source>Write what you suggest.</source>
        <translation>Escriba lo que sugiere.</translation>
    </message>
    <message>
        <source>This office has suggested that already.</source>
        <translation>Esta oficina ya lo había sugerido.</translation>
    </message>
    <message>
        <source>“puente plan show” says what became of it.</source>
        <translation>“puente plan show” dice qué fue de la sugerencia.</translation>
    </message>
    <message>
        <source>The plan has no line “%1”.</source>
        <translation>El plan no tiene ninguna línea “%1”.</translation>
    </message>
    <message>
        <source>“puente plan show” shows its lines.</source>
        <translation>“puente plan show” muestra sus líneas.</translation>
    </message>
    <message>
        <source>The plan has a line “%1” already.</source>
        <translation>El plan ya tiene una línea “%1”.</translation>
    </message>
    <message>
        <source>Give another code, or none: then it is the next free one.</source>
        <translation>Indique otro código, o ninguno: entonces será el siguiente libre.</translation>
    </message>
    <message>
        <source>Whoever suggested it must be told why it is refused.</source>
        <translation>A quien la sugirió hay que decirle por qué no se acepta.</translation>
    </message>
    <message>
        <source>Add the reason: --reason TEXT.</source>
        <translation>Agregue el motivo: --reason TEXTO.</translation>
    </message>
    <message>
        <source>“%1” is not a suggestion for a plan.</source>
        <translation>“%1” no es una sugerencia para un plan.</translation>
    </message>
    <message>
        <source>“puente plan show” shows the suggestions and their ids.</source>
        <translation>“puente plan show” muestra las sugerencias y sus identificadores.</translation>
    </message>
    <message>
        <source>This suggestion was decided already by %1.</source>
        <translation>Sobre esta sugerencia ya decidió %1.</translation>
    </message>
    <message>
        <source>“puente plan show” shows how.</source>
        <translation>“puente plan show” muestra cómo.</translation>
    </message>
    <message>
        <source>%1: several values stand in the field %2.</source>
        <translation>%1: en el campo %2 hay varios valores.</translation>
    </message>
    <message>
        <source>%1: two lines have this code and say different things.</source>
        <translation>%1: dos líneas llevan este código y dicen cosas distintas.</translation>
    </message>
    <message>
        <source>%1: this line has no code.</source>
        <translation>%1: a esta línea le falta el código.</translation>
    </message>
    <message>
        <source>%1: it is part of something that is no line of this plan.</source>
        <translation>%1: es parte de algo que no es una línea de este plan.</translation>
    </message>
    <message>
        <source>%1: it is part of itself.</source>
        <translation>%1: es parte de sí misma.</translation>
    </message>
    <message>
        <source>%1: the field %2 was written by a newer version.</source>
        <translation>%1: una versión más nueva escribió el campo %2.</translation>
    </message>
    <message>
        <source>%1: its text is longer than %2 kB.</source>
        <translation>%1: su texto pasa de %2 kB.</translation>
    </message>
    <message>
        <source>The plan has no certain text yet.</source>
        <translation>El plan todavía no tiene un texto seguro.</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Y %1 más.</translation>
    </message>
    <message>
        <source>Decide what is to stand there (“puente conflicts”, “puente resolve”, “puente duplicates”, “puente set”), and try again.</source>
        <translation>Decida qué debe decir (“puente conflicts”, “puente resolve”, “puente duplicates”, “puente set”) e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Several plans are called “%1”.</source>
        <translation>Varios planes se llaman “%1”.</translation>
    </message>
    <message>
        <source>Give the id of the one you mean: “puente list plan” shows them. “puente duplicates” finds what was entered twice.</source>
        <translation>Indique el identificador del que quiere: “puente list plan” los muestra. “puente duplicates” encuentra lo que se registró dos veces.</translation>
    </message>
    <message>
        <source>There is no plan “%1”.</source>
        <translation>No hay ningún plan “%1”.</translation>
    </message>
    <message>
        <source>Enter one: “puente add plan year=2027 title=…”.</source>
        <translation>Registre uno: “puente add plan year=2027 title=…”.</translation>
    </message>
    <message>
        <source>“%1” is not a plan.</source>
        <translation>“%1” no es un plan.</translation>
    </message>
    <message>
        <source>“puente list plan” shows the plans there are.</source>
        <translation>“puente list plan” muestra los planes que hay.</translation>
    </message>
    <message>
        <source>axis</source>
        <translation>eje</translation>
    </message>
    <message>
        <source>line of action</source>
        <translation>línea de acción</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>actividad</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>tema</translation>
    </message>
    <message>
        <source>action</source>
        <translation>acción</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>Responsable: %1</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>Plazo: %1</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>sin decidir</translation>
    </message>
    <message>
        <source>accepted by %1, %2</source>
        <translation>aceptada por %1, %2</translation>
    </message>
    <message>
        <source>refused by %1, %2</source>
        <translation>no aceptada por %1, %2</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>Línea: %1</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>Theme of the year: %1</source>
        <translation>Tema del año: %1</translation>
    </message>
    <message>
        <source>Axis: %1</source>
        <translation>Eje: %1</translation>
    </message>
    <message>
        <source>The plan has no lines yet.</source>
        <translation>El plan todavía no tiene líneas.</translation>
    </message>
    <message>
        <source>“%1” is not a kind of suggestion.</source>
        <translation>“%1” no es una clase de sugerencia.</translation>
    </message>
    <message>
        <source>Say theme or action.</source>
        <translation>Diga theme (tema) o action (acción).</translation>
    </message>
    <message>
        <source>Suggested: %1. It stays open until somebody decides on it.</source>
        <translation>Sugerencia anotada: %1. Queda abierta hasta que alguien decida sobre ella.</translation>
    </message>
    <message>
        <source>“%1” is not a decision.</source>
        <translation>“%1” no es una decisión.</translation>
    </message>
    <message>
        <source>Say accept or refuse.</source>
        <translation>Diga accept (aceptar) o refuse (no aceptar).</translation>
    </message>
    <message>
        <source>Accepted: it is line %1 of the plan.</source>
        <translation>Aceptada: es la línea %1 del plan.</translation>
    </message>
    <message>
        <source>Accepted: it is a theme of the year.</source>
        <translation>Aceptada: es un tema del año.</translation>
    </message>
    <message>
        <source>Refused, with its reason.</source>
        <translation>No aceptada, con su motivo.</translation>
    </message>
    <message>
        <source>The plan: its year, its title or its id.</source>
        <translation>El plan: su año, su título o su identificador.</translation>
    </message>
    <message>
        <source>A work plan: its themes, axes, lines and activities, and what was suggested.</source>
        <translation>Un plan de trabajo: sus temas, ejes, líneas y actividades, y lo que se sugirió.</translation>
    </message>
    <message>
        <source>Suggest a theme of the year or an action for a plan.</source>
        <translation>Sugerir un tema del año o una acción para un plan.</translation>
    </message>
    <message>
        <source>What is suggested.</source>
        <translation>Lo que se sugiere.</translation>
    </message>
    <message>
        <source>theme or action.</source>
        <translation>theme (tema) o action (acción).</translation>
    </message>
    <message>
        <source>Accept or refuse a suggestion; an accepted action becomes a line of the plan.</source>
        <translation>Aceptar o no una sugerencia; una acción aceptada pasa a ser una línea del plan.</translation>
    </message>
    <message>
        <source>Its id, as “puente plan show” shows it.</source>
        <translation>Su identificador, como lo muestra “puente plan show”.</translation>
    </message>
    <message>
        <source>accept or refuse.</source>
        <translation>accept (aceptar) o refuse (no aceptar).</translation>
    </message>
    <message>
        <source>Why; a refusal needs it.</source>
        <translation>Por qué; hace falta cuando no se acepta.</translation>
    </message>
    <message>
        <source>The code of the new line; else the next free one.</source>
        <translation>El código de la línea nueva; si no, el siguiente libre.</translation>
    </message>
    <message>
        <source>The line that the new one is part of.</source>
        <translation>La línea de la que la nueva es parte.</translation>
    </message>
    <message>
        <source>The day of the decision; today unless said.</source>
        <translation>El día de la decisión; hoy, si no se indica.</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>firmó</translation>
    </message>
    <message>
        <source>signed with a reservation</source>
        <translation>firmó con reserva</translation>
    </message>
    <message>
        <source>rejected it</source>
        <translation>rechazó</translation>
    </message>
    <message>
        <source>has not signed</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>el plan cambió después</translation>
    </message>
    <message>
        <source>signed twice, differently</source>
        <translation>firmó dos veces, distinto</translation>
    </message>
    <message>
        <source>Version (SHA-256): %1</source>
        <translation>Versión (SHA-256): %1</translation>
    </message>
    <message>
        <source>%1 version %2 on %3. What changed since:</source>
        <translation>%1 la versión %2, el %3. Lo que cambió después:</translation>
    </message>
    <message>
        <source>The text that was signed is not here.</source>
        <translation>El texto que se firmó no está aquí.</translation>
    </message>
    <message>
        <source>No member of this space is a government in its directory: “puente add organization name=… country=… kind=government”, with the name that “puente members” shows.</source>
        <translation>Ningún miembro de este espacio figura como gobierno en su directorio: “puente add organization name=… country=… kind=government”, con el nombre que muestra “puente members”.</translation>
    </message>
    <message>
        <source>Approved: %1 signed, of %2 needed.</source>
        <translation>Aprobado: firmas: %1, necesarias: %2.</translation>
    </message>
    <message>
        <source>Not approved yet: %1 signed, of %2 needed.</source>
        <translation>Todavía no está aprobado: firmas: %1, necesarias: %2.</translation>
    </message>
    <message>
        <source>GOVERNMENT</source>
        <translation>GOBIERNO</translation>
    </message>
    <message>
        <source>DATE</source>
        <translation>FECHA</translation>
    </message>
    <message>
        <source>RESERVATION OR REASON</source>
        <translation>RESERVA O MOTIVO</translation>
    </message>
    <message>
        <source>Does not count: the approval %1 of %2: %3.</source>
        <translation>No cuenta: la aprobación %1 de %2: %3.</translation>
    </message>
    <message>
        <source>Signed: %1 %2 version %3 of “%4”.</source>
        <translation>Firmado: %1 %2 la versión %3 de “%4”.</translation>
    </message>
    <message>
        <source>The reservation is empty.</source>
        <translation>La reserva está vacía.</translation>
    </message>
    <message>
        <source>Write it, or leave --reservation out.</source>
        <translation>Escríbala, o quite --reservation.</translation>
    </message>
    <message>
        <source>A rejection needs its reason.</source>
        <translation>Un rechazo necesita su motivo.</translation>
    </message>
    <message>
        <source>Add it: --reason TEXT.</source>
        <translation>Agréguelo: --reason TEXTO.</translation>
    </message>
    <message>
        <source>Written to %1: %2 files. README.txt says how anybody can check them, with “puente verify” or with openssl.</source>
        <translation>Guardado en %1: %2 archivos. README.txt dice cómo puede comprobarlos cualquiera, con “puente verify” o con openssl.</translation>
    </message>
    <message>
        <source>HASH</source>
        <translation>HUELLA</translation>
    </message>
    <message>
        <source>Sign only if the plan&apos;s version begins like this.</source>
        <translation>Firmar solo si la versión del plan comienza así.</translation>
    </message>
    <message>
        <source>The exact text of a plan, and the hash that is its version.</source>
        <translation>El texto exacto de un plan, y la huella que es su versión.</translation>
    </message>
    <message>
        <source>Which governments have signed the plan as it is now, and what changed since.</source>
        <translation>Qué gobiernos han firmado el plan tal como está, y qué cambió después.</translation>
    </message>
    <message>
        <source>Sign the plan as it is now for this government.</source>
        <translation>Firmar el plan tal como está, por este gobierno.</translation>
    </message>
    <message>
        <source>With a reservation, which is signed too.</source>
        <translation>Con una reserva, que también se firma.</translation>
    </message>
    <message>
        <source>Reject the plan as it is now for this government, with a signed reason.</source>
        <translation>Rechazar el plan tal como está, por este gobierno, con un motivo firmado.</translation>
    </message>
    <message>
        <source>Why; it is signed too.</source>
        <translation>Por qué; también se firma.</translation>
    </message>
    <message>
        <source>Write the signed plan as a folder of files that anybody can check.</source>
        <translation>Guardar el plan firmado en una carpeta de archivos que cualquiera puede comprobar.</translation>
    </message>
    <message>
        <source>A new or empty folder.</source>
        <translation>Una carpeta nueva o vacía.</translation>
    </message>
    <message>
        <source>%1 %2 %3 (%4), on %5.</source>
        <translation>%1 %2 %3 (%4), el %5.</translation>
    </message>
    <message>
        <source>Reservation: %1</source>
        <translation>Reserva: %1</translation>
    </message>
    <message>
        <source>That is another version than plan.txt.</source>
        <translation>Es otra versión que la de plan.txt.</translation>
    </message>
    <message>
        <source>Words of the organisation: %1</source>
        <translation>Palabras de la organización: %1</translation>
    </message>
    <message>
        <source>approves</source>
        <translation>aprueba</translation>
    </message>
    <message>
        <source>approves with a reservation</source>
        <translation>aprueba con reserva</translation>
    </message>
    <message>
        <source>rejects</source>
        <translation>rechaza</translation>
    </message>
    <message>
        <source>plan.txt, version (SHA-256): %1</source>
        <translation>plan.txt, versión (SHA-256): %1</translation>
    </message>
    <message>
        <source>Nobody has signed it.</source>
        <translation>Nadie lo ha firmado.</translation>
    </message>
    <message>
        <source>Everything holds. Whose words those are, ask the organisations themselves.</source>
        <translation>Todo es correcto. De quién son esas palabras, pregúnteselo a las propias organizaciones.</translation>
    </message>
    <message>
        <source>Check the file, every log and every signature; or a proof or signed plan that somebody handed over.</source>
        <translation>Comprobar el archivo, cada bitácora y cada firma; o una prueba o un plan firmado que alguien entregó.</translation>
    </message>
    <message>
        <source>A proof, a backup, or the folder of a signed plan or of an archive; without it this replica.</source>
        <translation>Una prueba, una copia de seguridad, o la carpeta de un plan firmado o de un archivo histórico; sin ella, esta réplica.</translation>
    </message>
    <message>
        <source>Only a government approves or rejects a plan.</source>
        <translation>Solo un gobierno aprueba o rechaza un plan.</translation>
    </message>
    <message>
        <source>Other organisations suggest: “puente plan suggest”.</source>
        <translation>Las demás organizaciones sugieren: “puente plan suggest”.</translation>
    </message>
    <message>
        <source>The organisation has not certified this device yet.</source>
        <translation>La organización todavía no ha avalado este equipo.</translation>
    </message>
    <message>
        <source>Its first device does, with “puente device admit”; then synchronise.</source>
        <translation>Lo hace su primer equipo, con “puente device admit”; después sincronice.</translation>
    </message>
    <message>
        <source>The plan here is not the version “%1”: it is %2.</source>
        <translation>El plan que hay aquí no es la versión “%1”: es %2.</translation>
    </message>
    <message>
        <source>Read it again (“puente plan freeze”) before you sign it.</source>
        <translation>Léalo de nuevo (“puente plan freeze”) antes de firmarlo.</translation>
    </message>
    <message>
        <source>What is to be signed has no certain text, or is too long.</source>
        <translation>Lo que se va a firmar no tiene un texto seguro, o es demasiado largo.</translation>
    </message>
    <message>
        <source>Give a reservation or reason of fewer words.</source>
        <translation>Escriba una reserva o un motivo más breve.</translation>
    </message>
    <message>
        <source>it is not whole, or was altered</source>
        <translation>no está completa o fue alterada</translation>
    </message>
    <message>
        <source>its key is not vouched for by the organisation</source>
        <translation>la organización no responde por su clave</translation>
    </message>
    <message>
        <source>its signature does not hold</source>
        <translation>su firma no corresponde a lo firmado</translation>
    </message>
    <message>
        <source>another organisation has written it, or over it</source>
        <translation>otra organización la escribió, o escribió encima</translation>
    </message>
    <message>
        <source>it names another organisation or country than its signer&apos;s</source>
        <translation>nombra otra organización u otro país que los de quien firmó</translation>
    </message>
    <message>
        <source>its signer is no government in the directory of this space</source>
        <translation>quien firmó no figura como gobierno en el directorio de este espacio</translation>
    </message>
    <message>
        <source>the text that it was signed for is not in the folder, or was altered</source>
        <translation>el texto para el que se firmó no está en la carpeta o fue alterado</translation>
    </message>
    <message>
        <source>the .pem file holds another key than the one that signed</source>
        <translation>el archivo .pem tiene otra clave que la que firmó</translation>
    </message>
    <message>
        <source>The replica&apos;s file belongs to another replica, or is none.</source>
        <translation>El archivo de la réplica es de otra réplica, o no lo es.</translation>
    </message>
    <message>
        <source>Put this replica&apos;s own file back, or name the other one&apos;s folder with --home.</source>
        <translation>Ponga de nuevo el archivo de esta réplica, o indique la carpeta de la otra con --home.</translation>
    </message>
    <message>
        <source>The replica&apos;s file is not sealed, but this folder&apos;s was.</source>
        <translation>El archivo de la réplica no está sellado, pero el de esta carpeta lo estaba.</translation>
    </message>
    <message>
        <source>Somebody has put another file there. Put the sealed one back.</source>
        <translation>Alguien puso otro archivo en su lugar. Ponga de nuevo el sellado.</translation>
    </message>
    <message>
        <source>Nothing of a restricted space is written in the clear.</source>
        <translation>De un espacio restringido no se escribe nada sin cifrar.</translation>
    </message>
    <message>
        <source>“puente backup” keeps all of it, encrypted.</source>
        <translation>“puente backup” lo guarda todo, cifrado.</translation>
    </message>
    <message>
        <source>a file of the signature is missing</source>
        <translation>falta un archivo de la firma</translation>
    </message>
    <message>
        <source>it is not the list that was signed</source>
        <translation>no es la lista que se firmó</translation>
    </message>
    <message>
        <source>a line of it is no hash and name</source>
        <translation>una línea no es una huella con un nombre</translation>
    </message>
    <message>
        <source>it was altered after it was signed</source>
        <translation>lo cambiaron después de la firma</translation>
    </message>
    <message>
        <source>it is not in the signed list</source>
        <translation>no está en la lista firmada</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archivo-historico</translation>
    </message>
    <message>
        <source>The archive is in %1: %2 files, %3. Records: %4; everything ever written to them: %5 lines.</source>
        <translation>El archivo histórico está en %1: %2 archivos, %3. Fichas: %4; todo lo que se escribió alguna vez en ellas: %5 líneas.</translation>
    </message>
    <message>
        <source>It is not encrypted and holds what the members of this space see: keep it like the papers of the office.</source>
        <translation>No está cifrado y contiene lo que ven los miembros de este espacio: guárdelo como los papeles de la oficina.</translation>
    </message>
    <message>
        <source>Archive of “%1”, made by %2 on %3. Files that are what was signed: %4.</source>
        <translation>Archivo histórico de “%1”, hecho por %2 el %3. Archivos que son lo que se firmó: %4.</translation>
    </message>
    <message>
        <source>Write all of a space into a folder of open files, signed, that needs no program to read.</source>
        <translation>Escribir todo un espacio en una carpeta de archivos abiertos, firmada, que se lee sin este programa.</translation>
    </message>
    <message>
        <source>The day that it is dated with; today unless said.</source>
        <translation>Con qué fecha se firma; la de hoy si no se indica.</translation>
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
    <message>
        <source>Use another backup, or synchronise from the server or from a bundle.</source>
        <translation>Use otra copia de seguridad, o sincronice desde el servidor o un paquete.</translation>
    </message>
    <message>
        <source>That file is no backup of a replica.</source>
        <translation>Ese archivo no es una copia de seguridad de una réplica.</translation>
    </message>
    <message>
        <source>One is written by “puente backup FILE”.</source>
        <translation>Una la escribe “puente backup ARCHIVO”.</translation>
    </message>
    <message>
        <source>A newer version of Puente made that backup.</source>
        <translation>Esa copia de seguridad la hizo una versión más nueva de Puente.</translation>
    </message>
    <message>
        <source>Install that version here first.</source>
        <translation>Instale primero esa versión aquí.</translation>
    </message>
    <message>
        <source>That backup is damaged or not whole: nothing was restored.</source>
        <translation>Esa copia de seguridad está dañada o incompleta: no se recuperó nada.</translation>
    </message>
    <message>
        <source>What was written cannot be read back: there is no backup.</source>
        <translation>Lo que se escribió no se puede leer de vuelta: no hay copia de seguridad.</translation>
    </message>
    <message>
        <source>The replica is unharmed. Use another disk or stick.</source>
        <translation>La réplica está intacta. Use otro disco u otra memoria USB.</translation>
    </message>
    <message>
        <source>The backup is in %1, %2, and was read back. It is encrypted: it opens with the passphrase of today, so keep that one as long as the file.</source>
        <translation>La copia de seguridad está en %1, %2, y se leyó de vuelta. Está cifrada: se abre con la frase de paso de hoy, así que guárdela tanto tiempo como el archivo.</translation>
    </message>
    <message>
        <source>The replica of %1 is in %2 again. Spaces: %3.</source>
        <translation>La réplica de %1 está de nuevo en %2. Espacios: %3.</translation>
    </message>
    <message>
        <source>Synchronise before you write anything: what was written after the backup comes back from the others. Never use the old folder and this one side by side.</source>
        <translation>Sincronice antes de escribir nada: lo escrito después de la copia vuelve desde los demás. Nunca use a la vez la carpeta vieja y esta.</translation>
    </message>
    <message>
        <source>The backup is whole: %1. Whether it opens, only its passphrase tells: “puente recover backup” into a folder of its own.</source>
        <translation>La copia de seguridad está completa: %1. Si se abre, solo lo dice su frase de paso: “puente recover backup” en una carpeta aparte.</translation>
    </message>
    <message>
        <source>Write this whole replica into one encrypted file, and read it back.</source>
        <translation>Escribir toda esta réplica en un archivo cifrado, y leerlo de vuelta.</translation>
    </message>
    <message>
        <source>Where to; a file that is not there yet, on another disk or stick.</source>
        <translation>Dónde; un archivo que no exista todavía, en otro disco o memoria USB.</translation>
    </message>
    <message>
        <source>Make a replica of a backup, in a folder where none is (--home).</source>
        <translation>Hacer una réplica de una copia de seguridad, en una carpeta donde no haya ninguna (--home).</translation>
    </message>
    <message>
        <source>The backup.</source>
        <translation>La copia de seguridad.</translation>
    </message>
    <message>
        <source>Copy it again, or have it written again; the other parts are good without it.</source>
        <translation>Cópiela otra vez, o pida que la escriban de nuevo; las demás partes sirven sin ella.</translation>
    </message>
    <message>
        <source>That file is no part of a pack of documents.</source>
        <translation>Ese archivo no es una parte de un paquete de documentos.</translation>
    </message>
    <message>
        <source>Name a file that “puente document pack” wrote.</source>
        <translation>Indique un archivo que haya escrito “puente document pack”.</translation>
    </message>
    <message>
        <source>The end of this part is missing. Nothing of it was taken.</source>
        <translation>Falta el final de esta parte. No se tomó nada de ella.</translation>
    </message>
    <message>
        <source>This part is damaged. Nothing of it was taken.</source>
        <translation>Esta parte está dañada. No se tomó nada de ella.</translation>
    </message>
    <message>
        <source>A newer version of Puente wrote this part.</source>
        <translation>Una versión más nueva de Puente escribió esta parte.</translation>
    </message>
    <message>
        <source>A document here was damaged on the disk.</source>
        <translation>Un documento de este equipo se dañó en el disco.</translation>
    </message>
    <message>
        <source>Fetch it again: “puente document fetch”.</source>
        <translation>Tráigalo otra vez: “puente document fetch”.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>No existe esa carpeta.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Revise su nombre.</translation>
    </message>
    <message>
        <source>That would be too many parts.</source>
        <translation>Serían demasiadas partes.</translation>
    </message>
    <message>
        <source>Make them larger.</source>
        <translation>Hágalas más grandes.</translation>
    </message>
    <message>
        <source>These documents are of a space that this office does not take part in.</source>
        <translation>Estos documentos son de un espacio en el que esta oficina no participa.</translation>
    </message>
    <message>
        <source>This record has no file.</source>
        <translation>Esta ficha no tiene archivo.</translation>
    </message>
    <message>
        <source>“puente document list” shows the documents that have one.</source>
        <translation>“puente document list” muestra los documentos que tienen uno.</translation>
    </message>
    <message>
        <source>The file changed while it was read. Nothing was attached.</source>
        <translation>El archivo cambió mientras se leía. No se adjuntó nada.</translation>
    </message>
    <message>
        <source>Close it in the program that writes it, and attach it again.</source>
        <translation>Ciérrelo en el programa que lo escribe y adjúntelo otra vez.</translation>
    </message>
    <message>
        <source>A file may have at most 1 GiB. Divide it.</source>
        <translation>Un archivo puede tener como máximo 1 GiB. Divídalo.</translation>
    </message>
    <message>
        <source>This document was deleted; nobody can read it any more.</source>
        <translation>Este documento se borró; ya nadie puede leerlo.</translation>
    </message>
    <message>
        <source>“puente document deletion” shows who has confirmed it.</source>
        <translation>“puente document deletion” muestra quién lo ha confirmado.</translation>
    </message>
    <message>
        <source>The key of this document has not arrived, or it is damaged.</source>
        <translation>La clave de este documento no ha llegado, o está dañado.</translation>
    </message>
    <message>
        <source>Synchronise, and try again.</source>
        <translation>Sincronice y pruebe otra vez.</translation>
    </message>
    <message>
        <source>This document is not here yet, or not all of it.</source>
        <translation>Este documento todavía no está aquí, o no entero.</translation>
    </message>
    <message>
        <source>“puente document fetch %1” brings it.</source>
        <translation>“puente document fetch %1” lo trae.</translation>
    </message>
    <message>
        <source>What is here of this document is not what its record says.</source>
        <translation>Lo que hay aquí de este documento no es lo que dice su ficha.</translation>
    </message>
    <message>
        <source>Nothing was written. Fetch it again, and tell the office that attached it.</source>
        <translation>No se escribió nada. Tráigalo otra vez y avise a la oficina que lo adjuntó.</translation>
    </message>
    <message>
        <source>Choose another folder, or say --replace if that file may go.</source>
        <translation>Elija otra carpeta, o diga --replace si ese archivo puede perderse.</translation>
    </message>
    <message>
        <source>A file is attached, not written into a field.</source>
        <translation>Un archivo se adjunta; no se escribe en un campo.</translation>
    </message>
    <message>
        <source>“puente attach FILE” makes the record of a document.</source>
        <translation>“puente attach ARCHIVO” crea la ficha de un documento.</translation>
    </message>
    <message>
        <source>Attached: %1  %2</source>
        <translation>Adjuntado: %1  %2</translation>
    </message>
    <message>
        <source>The same file was attached before: it is not stored or sent again.</source>
        <translation>El mismo archivo ya estaba adjunto: no se guarda ni se envía otra vez.</translation>
    </message>
    <message>
        <source>The next “puente sync” sends it: %1.</source>
        <translation>El próximo “puente sync” lo envía: %1.</translation>
    </message>
    <message>
        <source>There are no documents with a file.</source>
        <translation>No hay documentos con archivo.</translation>
    </message>
    <message>
        <source>Written, in clear: %1</source>
        <translation>Escrito, sin cifrar: %1</translation>
    </message>
    <message>
        <source>Puente does not open it. Open only what you expect from whom you know.</source>
        <translation>Puente no lo abre. Abra solo lo que espera y de quien conoce.</translation>
    </message>
    <message>
        <source>The same file is attached to these too, and goes with it: %1</source>
        <translation>El mismo archivo está también en estos documentos y se pierde con él: %1</translation>
    </message>
    <message>
        <source>The file is deleted for ever, on every replica and server that hears of it.</source>
        <translation>El archivo se borra para siempre, en toda réplica y todo servidor a los que llegue la noticia.</translation>
    </message>
    <message>
        <source>Say --yes if that is meant. Its title and the rest of its record stay: “puente delete” removes them.</source>
        <translation>Diga --yes si es lo que quiere. Su título y el resto de su ficha quedan: “puente delete” los quita.</translation>
    </message>
    <message>
        <source>Deleted here. Others delete it at their next contact; “puente document deletion” shows who has. What somebody exported, copied or printed cannot be called back.</source>
        <translation>Borrado aquí. Los demás lo borran en su próximo contacto; “puente document deletion” muestra quiénes ya lo hicieron. Lo que alguien exportó, copió o imprimió no se puede recoger.</translation>
    </message>
    <message>
        <source>What somebody exported, copied or printed cannot be called back.</source>
        <translation>Lo que alguien exportó, copió o imprimió no se puede recoger.</translation>
    </message>
    <message>
        <source>It does not say which documents.</source>
        <translation>No dice cuáles documentos.</translation>
    </message>
    <message>
        <source>Name them, or say --meeting or --all.</source>
        <translation>Indíquelos, o diga --meeting o --all.</translation>
    </message>
    <message>
        <source>The document: its record&apos;s id, the beginning of it, or its title|language|version.</source>
        <translation>El documento: el identificador de su ficha, el comienzo de él, o título|idioma|versión.</translation>
    </message>
    <message>
        <source>The documents, by id or title|language|version.</source>
        <translation>Los documentos, por identificador o título|idioma|versión.</translation>
    </message>
    <message>
        <source>Those that belong to this meeting.</source>
        <translation>Los que pertenecen a esta reunión.</translation>
    </message>
    <message>
        <source>Attach a file: it is sealed, and sent with the next sync.</source>
        <translation>Adjuntar un archivo: se sella y se envía con la próxima sincronización.</translation>
    </message>
    <message>
        <source>The file, of at most 1 GiB.</source>
        <translation>El archivo, de 1 GiB como máximo.</translation>
    </message>
    <message>
        <source>Fields of its record, such as language=es kind=manual.</source>
        <translation>Campos de su ficha, por ejemplo language=es kind=manual.</translation>
    </message>
    <message>
        <source>The record that it belongs to.</source>
        <translation>El registro al que pertenece.</translation>
    </message>
    <message>
        <source>The document of which it is a newer version.</source>
        <translation>El documento del que es una versión más nueva.</translation>
    </message>
    <message>
        <source>The documents that have a file, and what is here of them.</source>
        <translation>Los documentos que tienen archivo, y qué hay aquí de ellos.</translation>
    </message>
    <message>
        <source>Only those that are here.</source>
        <translation>Solo los que están aquí.</translation>
    </message>
    <message>
        <source>Only those that can be fetched.</source>
        <translation>Solo los que se pueden traer.</translation>
    </message>
    <message>
        <source>Write a document&apos;s file, in clear, into a folder.</source>
        <translation>Escribir el archivo de un documento, sin cifrar, en una carpeta.</translation>
    </message>
    <message>
        <source>The folder; without it, the present one.</source>
        <translation>La carpeta; si falta, la actual.</translation>
    </message>
    <message>
        <source>Over a file of that name.</source>
        <translation>Encima de un archivo con ese nombre.</translation>
    </message>
    <message>
        <source>Delete a document&apos;s file for ever, everywhere.</source>
        <translation>Borrar para siempre y en todas partes el archivo de un documento.</translation>
    </message>
    <message>
        <source>Who has deleted a document&apos;s file, and who has not said so yet.</source>
        <translation>Quién ha borrado el archivo de un documento y quién no lo ha dicho todavía.</translation>
    </message>
    <message>
        <source>Left out, since it is not here: %1</source>
        <translation>Queda fuera, porque no está aquí: %1</translation>
    </message>
    <message>
        <source>Written: %1 documents in %2 files, %3, sealed. Only members of the space can read them.</source>
        <translation>Documentos escritos: %1. Archivos: %2 (%3), sellados. Solo los miembros del espacio pueden leerlos.</translation>
    </message>
    <message>
        <source>Take a bundle along, “puente bundle export”: it tells the other office what they are.</source>
        <translation>Lleve también un paquete, “puente bundle export”: le dice a la otra oficina qué son.</translation>
    </message>
    <message>
        <source>“%1”, part %2 of %3: %4 new, documents that are whole now: %5.</source>
        <translation>“%1”, parte %2 de %3: %4 nuevos; documentos que ahora están enteros: %5.</translation>
    </message>
    <message>
        <source>Left out, since no record here names them: %1. Take the bundle first, “puente bundle import”, then this part again.</source>
        <translation>Quedan fuera, porque ninguna ficha de aquí los nombra: %1. Tome primero el paquete, “puente bundle import”, y después esta parte otra vez.</translation>
    </message>
    <message>
        <source>Write documents to files, for an office without a network.</source>
        <translation>Escribir documentos en archivos, para una oficina sin red.</translation>
    </message>
    <message>
        <source>All that are here.</source>
        <translation>Todos los que están aquí.</translation>
    </message>
    <message>
        <source>How the files&apos; names begin; “puente” unless said.</source>
        <translation>Cómo empiezan los nombres de los archivos; “puente” si no se dice.</translation>
    </message>
    <message>
        <source>How large a file may become, in MB; one file unless said.</source>
        <translation>Hasta qué tamaño llega un archivo, en MB; uno solo si no se dice.</translation>
    </message>
    <message>
        <source>Take documents from such files, in any order.</source>
        <translation>Tomar documentos de esos archivos, en cualquier orden.</translation>
    </message>
    <message>
        <source>The files to read.</source>
        <translation>Los archivos que se leen.</translation>
    </message>
    <message>
        <source>“%1” is no size.</source>
        <translation>“%1” no es un tamaño.</translation>
    </message>
    <message>
        <source>Documents to fetch: %1. %2.</source>
        <translation>Documentos por traer: %1. %2.</translation>
    </message>
    <message>
        <source>Nobody is there to be asked.</source>
        <translation>No hay nadie a quien preguntar.</translation>
    </message>
    <message>
        <source>Say --yes to fetch them.</source>
        <translation>Diga --yes para traerlos.</translation>
    </message>
    <message>
        <source>Fetch them? (y/n)</source>
        <translation>¿Traerlos? (s/n)</translation>
    </message>
    <message>
        <source>Fetched: %1 of %2, %3.</source>
        <translation>Traídos: %1 de %2, %3.</translation>
    </message>
    <message>
        <source>The server does not have all of this one: %1. %2 attached it: “puente sync --offer-documents” there, or at any office that has it, supplies it.</source>
        <translation>El servidor no tiene entero este: %1. Lo adjuntó %2: “puente sync --offer-documents” allí, o en cualquier oficina que lo tenga, lo repone.</translation>
    </message>
    <message>
        <source>There is nothing to fetch: what was asked for is here, or was deleted.</source>
        <translation>No hay nada que traer: lo que se pidió está aquí, o se borró.</translation>
    </message>
    <message>
        <source>“%1” has no server.</source>
        <translation>“%1” no tiene servidor.</translation>
    </message>
    <message>
        <source>Documents come by stick: “puente document unpack”.</source>
        <translation>Los documentos llegan en memoria USB: “puente document unpack”.</translation>
    </message>
    <message>
        <source>sync fetches no documents.</source>
        <translation>sync no trae documentos.</translation>
    </message>
    <message>
        <source>sync fetches documents of up to %1.</source>
        <translation>sync trae documentos de hasta %1.</translation>
    </message>
    <message>
        <source>sync fetches the papers of the next meeting.</source>
        <translation>sync trae los documentos de la próxima reunión.</translation>
    </message>
    <message>
        <source>sync fetches the papers of the next meeting, then documents of up to %1.</source>
        <translation>sync trae los documentos de la próxima reunión y después los de hasta %1.</translation>
    </message>
    <message>
        <source>That is no policy.</source>
        <translation>Eso no es una regla.</translation>
    </message>
    <message>
        <source>Say text-only, up-to 5-MB, meeting-first, or meeting-first 5-MB.</source>
        <translation>Diga text-only, up-to 5-MB, meeting-first o meeting-first 5-MB.</translation>
    </message>
    <message>
        <source>Bring documents here from the server; goes on where it was cut.</source>
        <translation>Traer documentos del servidor; sigue donde se cortó.</translation>
    </message>
    <message>
        <source>All that are not here.</source>
        <translation>Todos los que no están aquí.</translation>
    </message>
    <message>
        <source>Only files of at most so many MB, such as 5-MB.</source>
        <translation>Solo archivos de hasta tantos MB, por ejemplo 5-MB.</translation>
    </message>
    <message>
        <source>Without asking.</source>
        <translation>Sin preguntar.</translation>
    </message>
    <message>
        <source>Which documents “puente sync” fetches by itself.</source>
        <translation>Cuáles documentos trae “puente sync” por sí solo.</translation>
    </message>
    <message>
        <source>text-only, up-to, or meeting-first; nothing shows it.</source>
        <translation>text-only, up-to o meeting-first; sin nada, la muestra.</translation>
    </message>
    <message>
        <source>For up-to and meeting-first: how many MB, such as 5-MB.</source>
        <translation>Para up-to y meeting-first: cuántos MB, por ejemplo 5-MB.</translation>
    </message>
    <message>
        <source>Ask for every document here whether the server has it still.</source>
        <translation>Preguntar por cada documento de aquí si el servidor todavía lo tiene.</translation>
    </message>
    <message>
        <source>The day by which the next meeting is found; today unless said.</source>
        <translation>El día desde el que se busca la próxima reunión; hoy si no se dice.</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>borrado</translation>
    </message>
    <message>
        <source>key missing</source>
        <translation>falta la clave</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>(replaced)</source>
        <translation>(reemplazado)</translation>
    </message>
    <message>
        <source>HERE</source>
        <translation>AQUÍ</translation>
    </message>
    <message>
        <source>%1, about %2 at 56 kbit/s</source>
        <translation>%1, unos %2 a 56 kbit/s</translation>
    </message>
    <message>
        <source>Documents: %1 of %2</source>
        <translation>Documentos: %1 de %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>faltan %1</translation>
    </message>
    <message>
        <source>Documents sent: %1. Documents fetched: %2. %3.</source>
        <translation>Documentos enviados: %1. Documentos traídos: %2. %3.</translation>
    </message>
    <message>
        <source>Documents removed here because they were deleted: %1</source>
        <translation>Documentos quitados de aquí porque se borraron: %1</translation>
    </message>
    <message>
        <source>Documents that are not here: %1 (%2). “puente document fetch” brings them.</source>
        <translation>Documentos que no están aquí: %1 (%2). “puente document fetch” los trae.</translation>
    </message>
    <message>
        <source>this server keeps no documents</source>
        <translation>este servidor no guarda documentos</translation>
    </message>
    <message>
        <source>The end of the replica&apos;s file is missing: what was written after %1 and never sent may be lost.</source>
        <translation>Falta el final del archivo de la réplica: puede haberse perdido lo que se escribió después del %1 y nunca se envió.</translation>
    </message>
    <message>
        <source>The end of the replica&apos;s file is missing: what was written between %1 and %2 and never sent may be lost.</source>
        <translation>Falta el final del archivo de la réplica: puede haberse perdido lo que se escribió entre el %1 y el %2 y nunca se envió.</translation>
    </message>
    <message>
        <source>Keep a copy of the folder. If a file of it was moved or an older one put back, put the right one there. Else run “puente repair”, and before anybody writes “puente sync”, or import a bundle: what had been sent comes back.</source>
        <translation>Guarde una copia de la carpeta. Si se movió un archivo de ella o se repuso uno anterior, ponga el correcto. Si no, ejecute “puente repair” y, antes de que nadie escriba, “puente sync”, o importe un paquete: vuelve lo que ya se había enviado.</translation>
    </message>
    <message>
        <source>The records were made again from the logs that are here.</source>
        <translation>Las fichas se hicieron de nuevo a partir de las bitácoras que hay aquí.</translation>
    </message>
    <message>
        <source>Nothing is missing at the end of this replica.</source>
        <translation>No falta nada al final de esta réplica.</translation>
    </message>
    <message>
        <source>What was written after %1 is not here. Before anybody writes: “puente sync”, or import the newest bundle of another office; what had been sent comes back. What had not must be written again.</source>
        <translation>Lo que se escribió después del %1 no está aquí. Antes de que nadie escriba: “puente sync”, o importe el paquete más reciente de otra oficina; vuelve lo que ya se había enviado. Lo que no, hay que escribirlo de nuevo.</translation>
    </message>
    <message>
        <source>Make the records again from the logs, and go on without an end that is missing.</source>
        <translation>Hacer de nuevo las fichas a partir de las bitácoras y seguir sin el final que falta.</translation>
    </message>
    <message>
        <source>Keep a copy of the folder. Put a backup of the whole folder back; or set this office up again in an empty folder, with its kit (“puente recover start”) or an invite (“puente join”): the server or a bundle gives back what had been sent.</source>
        <translation>Guarde una copia de la carpeta. Reponga una copia de seguridad de la carpeta entera; o instale esta oficina de nuevo en una carpeta vacía, con su kit (“puente recover start”) o una invitación (“puente join”): el servidor o un paquete devuelve lo que ya se había enviado.</translation>
    </message>
    <message>
        <source>A part of the replica&apos;s file stands where another one belongs: two files, or two states of one, were mixed.</source>
        <translation>Una parte del archivo de la réplica está donde va otra: se mezclaron dos archivos, o dos estados de uno.</translation>
    </message>
    <message>
        <source>The end of the replica&apos;s file is cut off.</source>
        <translation>El archivo de la réplica está cortado: le falta el final.</translation>
    </message>
    <message>
        <source>Keep a copy of the folder, then run “puente repair”: it makes again what can be made from the logs, and says what else can be done if they are damaged too.</source>
        <translation>Guarde una copia de la carpeta y ejecute “puente repair”: hace de nuevo lo que se puede hacer a partir de las bitácoras, y dice qué más se puede hacer si también están dañadas.</translation>
    </message>
    <message>
        <source>The file of this replica&apos;s keys is damaged.</source>
        <translation>El archivo de las claves de esta réplica está dañado.</translation>
    </message>
    <message>
        <source>The logs themselves are damaged, so nothing can be made again from them. Nothing was changed.</source>
        <translation>Están dañadas las bitácoras mismas, así que no se puede hacer nada de nuevo a partir de ellas. No se cambió nada.</translation>
    </message>
    <message>
        <source>Parts of the replica&apos;s file were damaged. It was made anew from the logs, which are whole. Disks that damage files once do it again: make a backup.</source>
        <translation>Había partes dañadas en el archivo de la réplica. Se hizo de nuevo a partir de las bitácoras, que están enteras. Un disco que daña archivos una vez lo vuelve a hacer: haga una copia de seguridad.</translation>
    </message>
    <message>
        <source>Nobody has answered for %1 minutes, so the replica was locked.</source>
        <translation>Nadie ha respondido en %1 minutos, así que la réplica se cerró con llave.</translation>
    </message>
    <message>
        <source>Nobody has typed anything for %1 minutes, so the replica was locked. Nothing was entered.</source>
        <translation>Nadie ha escrito nada en %1 minutos, así que la réplica se cerró con llave. No se ingresó nada.</translation>
    </message>
    <message>
        <source>Write the text into a file and name it with --from.</source>
        <translation>Escriba el texto en un archivo e indíquelo con --from.</translation>
    </message>
    <message>
        <source>This one is not what its record says, and nothing of it was kept: %1. Ask the office that attached it: %2.</source>
        <translation>Este no es lo que dice su ficha, y no se guardó nada de él: %1. Pregunte a la oficina que lo adjuntó: %2.</translation>
    </message>
    <message>
        <source>Another command changed the keys of this replica meanwhile.</source>
        <translation>Otro comando cambió entretanto las claves de esta réplica.</translation>
    </message>
    <message>
        <source>Nothing was changed by this one. Do it again.</source>
        <translation>Este no cambió nada. Hágalo de nuevo.</translation>
    </message>
    <message>
        <source>A name is too long, or its characters are damaged.</source>
        <translation>Un nombre es demasiado largo o sus caracteres están dañados.</translation>
    </message>
    <message>
        <source>Give --organization and --person at most %1 bytes of UTF-8.</source>
        <translation>Dé a --organization y --person como mucho %1 bytes de UTF-8.</translation>
    </message>
    <message>
        <source>Check its name, or make it first.</source>
        <translation>Revise su nombre o créela antes.</translation>
    </message>
    <message>
        <source>Check the disk or stick. If it is the one with the replica: “puente verify --full”.</source>
        <translation>Revise el disco o la memoria USB. Si es el de la réplica: “puente verify --full”.</translation>
    </message>
    <message>
        <source>This is left of an earlier time that did not come to its end.</source>
        <translation>Esto quedó de una vez anterior que no llegó a su fin.</translation>
    </message>
    <message>
        <source>Remove it, and do it again.</source>
        <translation>Bórrelo y hágalo de nuevo.</translation>
    </message>
    <message>
        <source>What is attached is the file itself; nobody writes that field.</source>
        <translation>Lo que se adjunta es el archivo mismo; ese campo no lo escribe nadie.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Omítalo.</translation>
    </message>
    <message>
        <source>Attach a newer version of its file with --replaces %1, give this one another title, or change its record with “puente set %1 field=value”.</source>
        <translation>Adjunte una versión nueva de su archivo con --replaces %1, dé otro título a este, o cambie su ficha con “puente set %1 campo=valor”.</translation>
    </message>
    <message>
        <source>Documents that are not here, and not in the archive either: %1. Fetch them, “puente document fetch --all”, and make it again.</source>
        <translation>Documentos que no están aquí, y tampoco en el archivo histórico: %1. Tráigalos, “puente document fetch --all”, y hágalo de nuevo.</translation>
    </message>
    <message>
        <source>There is nothing to fetch.</source>
        <translation>No hay nada que traer.</translation>
    </message>
    <message>
        <source>None of them is here.</source>
        <translation>Ninguno está aquí.</translation>
    </message>
    <message>
        <source>Nobody has deleted this document, as far as is known here.</source>
        <translation>Nadie borró este documento, hasta donde aquí se sabe.</translation>
    </message>
    <message>
        <source>What came is kept. Run “puente document fetch” again later: it goes on where it was.</source>
        <translation>Lo que llegó se conserva. Ejecute “puente document fetch” otra vez más tarde: continúa donde estaba.</translation>
    </message>
    <message>
        <source>Left out, since they were deleted: %1.</source>
        <translation>Quedan fuera, porque fueron borrados: %1.</translation>
    </message>
    <message>
        <source>Write everything but documents to a new file, for an office without a network; documents go by “puente document pack”.</source>
        <translation>Escribir todo menos los documentos en un archivo nuevo, para una oficina sin red; los documentos van con “puente document pack”.</translation>
    </message>
    <message>
        <source>Documents that the server is not known to have yet: %1 (%2)</source>
        <translation>Documentos que todavía no se sabe si el servidor los tiene: %1 (%2)</translation>
    </message>
    <message>
        <source>Documents that are not here: %1 (%2)</source>
        <translation>Documentos que no están aquí: %1 (%2)</translation>
    </message>
    <message>
        <source>The server did not take “%1”: %2.</source>
        <translation>El servidor no tomó «%1»: %2.</translation>
    </message>
    <message>
        <source>Delete documents that nobody needs any more, “puente document delete”, or ask who runs the server for more room. The record is there, and nothing is lost here.</source>
        <translation>Borre documentos que ya nadie necesita, “puente document delete”, o pida más espacio a quien administra el servidor. La ficha está allí, y aquí no se pierde nada.</translation>
    </message>
    <message>
        <source>Documents that the server does not have yet, not all of them at least: %1 (%2). The next “puente sync” goes on.</source>
        <translation>Documentos que el servidor aún no tiene, al menos no enteros: %1 (%2). El próximo “puente sync” continúa.</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>reemplazado</translation>
    </message>
    <message>
        <source>it is a link, and leads elsewhere</source>
        <translation>es un enlace y lleva a otra parte</translation>
    </message>
    <message>
        <source>Documents: asking the server …</source>
        <translation>Documentos: se pregunta al servidor …</translation>
    </message>
    <message>
        <source>A damaged file of an earlier time is still here.</source>
        <translation>Todavía está aquí un archivo dañado de una vez anterior.</translation>
    </message>
    <message>
        <source>Take it away, and do it again.</source>
        <translation>Lléveselo a otra parte y hágalo de nuevo.</translation>
    </message>
    <message>
        <source>The disk has changed a part of the document “%1”; that part is not here any more. “puente document fetch %2” brings it again.</source>
        <translation>El disco alteró una parte del documento «%1»; esa parte ya no está aquí. “puente document fetch %2” la trae de nuevo.</translation>
    </message>
    <message>
        <source>Say a whole number of MB from 1 to %1, such as 5-MB.</source>
        <translation>Diga un número entero de MB de 1 a %1, como 5-MB.</translation>
    </message>
    <message>
        <source>Some documents did not get across whole.</source>
        <translation>Algunos documentos no llegaron enteros al otro lado.</translation>
    </message>
    <message>
        <source>The damaged file was kept, sealed as before: %1. Delete it once you have seen that nothing is missing and have a backup; what is erased from now on stays in it.</source>
        <translation>El archivo dañado se conservó, cifrado como antes: %1. Bórrelo cuando haya visto que no falta nada y tenga una copia de seguridad; lo que se borre desde ahora sigue en él.</translation>
    </message>
    <message>
        <source>A file of another replica lies in that folder: nothing was restored.</source>
        <translation>En esa carpeta hay un archivo de otra réplica: no se recuperó nada.</translation>
    </message>
    <message>
        <source>Move it away, or name an empty folder with --home.</source>
        <translation>Muévalo a otra parte o indique una carpeta vacía con --home.</translation>
    </message>
    <message>
        <source>The end of the replica&apos;s file is missing: what was written since it was made and never sent may be lost.</source>
        <translation>Falta el final del archivo de la réplica: puede haberse perdido lo que se escribió desde que se hizo y nunca se envió.</translation>
    </message>
    <message>
        <source>What was written since this file was made is not here. Before anybody writes: “puente sync”, or import the newest bundle of another office; what had been sent comes back. What had not must be written again.</source>
        <translation>Lo que se escribió desde que se hizo este archivo no está aquí. Antes de que nadie escriba: “puente sync”, o importe el paquete más reciente de otra oficina; vuelve lo que ya se había enviado. Lo que no, hay que escribirlo de nuevo.</translation>
    </message>
    <message>
        <source>The file of documents was damaged. There is a new one with what could still be read: %1 documents, of which %2 are whole. The damaged one was kept: %3.</source>
        <translation>El archivo de los documentos estaba dañado. Hay uno nuevo con lo que aún se podía leer: %1 documentos, de los cuales %2 están enteros. El dañado se conservó: %3.</translation>
    </message>
    <message>
        <source>“puente document list --missing” shows what is not here any more, “puente document fetch” brings it. Keep the damaged file until it is here again.</source>
        <translation>“puente document list --missing” muestra lo que ya no está aquí, “puente document fetch” lo trae. Conserve el archivo dañado hasta que esté otra vez.</translation>
    </message>
</context>
</TS>
