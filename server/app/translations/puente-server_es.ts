<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ServerText</name>
    <message>
        <source>not HOST:PORT (an IPv6 address in brackets)</source>
        <translation>no es SERVIDOR:PUERTO (una dirección IPv6 va entre corchetes)</translation>
    </message>
    <message>
        <source>Address and port to listen on</source>
        <translation>Dirección y puerto en que escucha</translation>
    </message>
    <message>
        <source>Host and port that clients are told</source>
        <translation>Servidor y puerto que se comunican a los clientes</translation>
    </message>
    <message>
        <source>Connections in all</source>
        <translation>Conexiones en total</translation>
    </message>
    <message>
        <source>Connections from one address</source>
        <translation>Conexiones desde una misma dirección</translation>
    </message>
    <message>
        <source>Bytes one space may hold</source>
        <translation>Bytes que puede ocupar un espacio</translation>
    </message>
    <message>
        <source>Bytes one device may store</source>
        <translation>Bytes que puede guardar un dispositivo</translation>
    </message>
    <message>
        <source>Segments one device may store</source>
        <translation>Segmentos que puede guardar un dispositivo</translation>
    </message>
    <message>
        <source>Spaces on this server</source>
        <translation>Espacios en este servidor</translation>
    </message>
    <message>
        <source>Requests to join that wait in one space</source>
        <translation>Solicitudes de ingreso en espera en un espacio</translation>
    </message>
    <message>
        <source>The server&apos;s folder</source>
        <translation>La carpeta del servidor</translation>
    </message>
    <message>
        <source>The Puente server: it relays what offices write, and cannot read it.</source>
        <translation>El servidor de Puente: transmite lo que escriben las oficinas y no puede leerlo.</translation>
    </message>
    <message>
        <source>Make a server&apos;s folder and keys</source>
        <translation>Crea la carpeta y las claves de un servidor</translation>
    </message>
    <message>
        <source>Run the server of a folder</source>
        <translation>Pone en marcha el servidor de una carpeta</translation>
    </message>
    <message>
        <source>Show a running server&apos;s numbers</source>
        <translation>Muestra las cifras de un servidor en marcha</translation>
    </message>
    <message>
        <source>Copy a server, running or not</source>
        <translation>Copia un servidor, esté en marcha o no</translation>
    </message>
    <message>
        <source>Loopback port for metrics; any free one if left out</source>
        <translation>Puerto local para métricas; uno libre si se omite</translation>
    </message>
    <message>
        <source>Print JSON</source>
        <translation>Imprime JSON</translation>
    </message>
    <message>
        <source>The folder to make; beside the server&apos;s own if left out</source>
        <translation>La carpeta que se crea; junto a la del servidor si se omite</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>No se puede escribir en la carpeta %1.</translation>
    </message>
    <message>
        <source>Check that it exists, who owns it, and the space left on the disk.</source>
        <translation>Compruebe que existe, de quién es y cuánto espacio queda en el disco.</translation>
    </message>
    <message>
        <source>%1 is missing or damaged.</source>
        <translation>%1 falta o está dañado.</translation>
    </message>
    <message>
        <source>Restore the folder from a backup; `puente-server backup` makes one.</source>
        <translation>Restaure la carpeta desde una copia de seguridad; `puente-server backup` hace una.</translation>
    </message>
    <message>
        <source>%1 is in use by another process.</source>
        <translation>Otro proceso está usando %1.</translation>
    </message>
    <message>
        <source>Stop the puente-server that runs on this folder first.</source>
        <translation>Detenga antes el puente-server que trabaja con esta carpeta.</translation>
    </message>
    <message>
        <source>The disk is full: %1.</source>
        <translation>El disco está lleno: %1.</translation>
    </message>
    <message>
        <source>Free some space and start again; nothing that was acknowledged is lost.</source>
        <translation>Libere espacio y vuelva a empezar; nada de lo confirmado se ha perdido.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing.</source>
        <translation>No se puede abrir %1 para escribir.</translation>
    </message>
    <message>
        <source>Check the owner and the permissions of the folder.</source>
        <translation>Compruebe el propietario y los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version.</source>
        <translation>%1 fue escrito por una versión más nueva.</translation>
    </message>
    <message>
        <source>Install that version of puente-server.</source>
        <translation>Instale esa versión de puente-server.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 está dañado.</translation>
    </message>
    <message>
        <source>Restore a backup, or begin with an empty store: the clients fill it again.</source>
        <translation>Restaure una copia de seguridad o empiece con un almacén vacío: los clientes lo vuelven a llenar.</translation>
    </message>
    <message>
        <source>The disk failed while reading or writing %1.</source>
        <translation>El disco falló al leer o escribir %1.</translation>
    </message>
    <message>
        <source>Check the disk, then start again; nothing that was acknowledged is lost.</source>
        <translation>Revise el disco y vuelva a empezar; nada de lo confirmado se ha perdido.</translation>
    </message>
    <message>
        <source>There is a server in %1 already.</source>
        <translation>Ya hay un servidor en %1.</translation>
    </message>
    <message>
        <source>Start it with `puente-server run`, or name another folder.</source>
        <translation>Póngalo en marcha con `puente-server run` o indique otra carpeta.</translation>
    </message>
    <message>
        <source>%1 cannot become a server&apos;s folder.</source>
        <translation>%1 no puede ser la carpeta de un servidor.</translation>
    </message>
    <message>
        <source>Name a folder that does not exist yet, or is empty.</source>
        <translation>Indique una carpeta que aún no exista o esté vacía.</translation>
    </message>
    <message>
        <source>There is no server in %1.</source>
        <translation>No hay ningún servidor en %1.</translation>
    </message>
    <message>
        <source>Make one with `puente-server init --home %1`.</source>
        <translation>Cree uno con `puente-server init --home %1`.</translation>
    </message>
    <message>
        <source>%1 cannot become a backup.</source>
        <translation>%1 no puede ser una copia de seguridad.</translation>
    </message>
    <message>
        <source>Clients will look for this server as %1; if they know it by another name, use --public.</source>
        <translation>Los clientes buscarán este servidor como %1; si lo conocen por otro nombre, use --public.</translation>
    </message>
    <message>
        <source>Port 0 is a free one at each start: clients need the address that `run` prints.</source>
        <translation>El puerto 0 es uno libre en cada inicio: los clientes necesitan la dirección que imprime `run`.</translation>
    </message>
    <message>
        <source>Start it with: puente-server run --home %1</source>
        <translation>Póngalo en marcha con: puente-server run --home %1</translation>
    </message>
    <message>
        <source>The system allows %1 connections only (open files).</source>
        <translation>El sistema solo permite %1 conexiones (archivos abiertos).</translation>
    </message>
    <message>
        <source>Stopping; conversations get a few seconds to end.</source>
        <translation>Deteniendo; las conversaciones tienen unos segundos para terminar.</translation>
    </message>
    <message>
        <source>Listening on port %1; metrics on http://127.0.0.1:%2/metrics.</source>
        <translation>Escuchando en el puerto %1; métricas en http://127.0.0.1:%2/metrics.</translation>
    </message>
    <message>
        <source>The disk failed; nothing more was acknowledged.</source>
        <translation>El disco falló; no se confirmó nada más.</translation>
    </message>
    <message>
        <source>%1 is not an address to listen on.</source>
        <translation>%1 no es una dirección en la que se pueda escuchar.</translation>
    </message>
    <message>
        <source>Give an address of this machine, such as 0.0.0.0 or [::].</source>
        <translation>Indique una dirección de esta máquina, como 0.0.0.0 o [::].</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>No se puede escuchar en %1: %2.</translation>
    </message>
    <message>
        <source>Choose another port with --listen, or stop whoever uses this one.</source>
        <translation>Elija otro puerto con --listen o detenga a quien usa este.</translation>
    </message>
    <message>
        <source>Cannot open the loopback port %1 for metrics.</source>
        <translation>No se puede abrir el puerto local %1 para métricas.</translation>
    </message>
    <message>
        <source>Choose another one with --control-port, or leave it out.</source>
        <translation>Elija otro con --control-port u omítalo.</translation>
    </message>
    <message>
        <source>No server is running on %1.</source>
        <translation>No hay ningún servidor en marcha en %1.</translation>
    </message>
    <message>
        <source>Start it with `puente-server run --home %1`.</source>
        <translation>Póngalo en marcha con `puente-server run --home %1`.</translation>
    </message>
    <message>
        <source>The server made no backup in %1.</source>
        <translation>El servidor no hizo ninguna copia de seguridad en %1.</translation>
    </message>
    <message>
        <source>Stop it and make the backup again: a stopped server's folder is copied by this command.</source>
        <translation>Deténgalo y haga la copia de nuevo: la carpeta de un servidor detenido la copia este mismo comando.</translation>
    </message>
</context>
</TS>
