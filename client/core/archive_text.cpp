#include "client/core/archive_text.h"

namespace puente {

const std::string_view kArchiveReadmeText =
    R"(Archivo histórico de un espacio de seguimiento
==============================================

Esta carpeta guarda, en formatos abiertos y sin cifrar, todo lo que había en un espacio de Puente el día que dice
archive.statement.txt. Para leerla basta un editor de textos o una hoja de cálculo. Contiene lo que los miembros del
espacio ven entre sí: trátela como tal.

data/TIPO.csv            las fichas de cada tipo, una por línea (UTF-8, comas, comillas dobles: RFC 4180); de un campo con
                         varios valores en conflicto, el que el programa muestra
data/TIPO.json           lo mismo en JSON; «conflicts» nombra los campos en conflicto
fields.csv               qué significa cada columna y cada clave, en español y en inglés
history.csv              todo lo que alguien escribió alguna vez, en orden por ficha: cuándo, qué organización, qué persona,
                         qué campo y qué valor; también de fichas eliminadas y de valores que otros sustituyeron
members.csv              las organizaciones del espacio, su papel y las claves públicas de sus equipos
plans/                   los planes firmados, con las firmas de los gobiernos (cada carpeta explica cómo comprobarlas)
documents.csv            los documentos del espacio y, de los que había en el equipo, en qué archivo están
documents/ID/            esos documentos, tal como se adjuntaron
SHA256SUMS               la huella de cada archivo
archive.statement.txt    de qué espacio, qué día y quién hizo esta carpeta, y la huella de SHA256SUMS
archive.sig, .pem        la firma de ese texto (Ed25519, 64 bytes) y la clave pública con que se firmó
archive.certificate.txt  quién responde por esa clave: organización, equipo y clave

Una fecha es 2027-01-31; una hora es la de UTC. Varios valores en una celda se separan con «;» («\;» es un punto y coma del
texto). Una celda que empezaría como una fórmula lleva un apóstrofo delante. «ID» nombra una ficha en todos los archivos.
Lo borrado a propósito (documentos y casos cuya clave se eliminó) no está: de ello solo queda que existió.

Cómo comprobarlo, en esta carpeta (coreutils y OpenSSL 3 o posteriores):

    sha256sum --check SHA256SUMS
    sha256sum SHA256SUMS
    openssl pkeyutl -verify -pubin -inkey archive.pem -rawin -in archive.statement.txt -sigfile archive.sig

1. Cada archivo debe responder «OK» («La suma coincide»).
2. La huella de SHA256SUMS debe ser la que dice archive.statement.txt.
3. openssl debe responder «Signature Verified Successfully».
4. La organización de archive.certificate.txt debe ser la que usted conoce.

«puente verify CARPETA» comprueba todo esto.


Archive of a follow-up space
============================

This folder keeps, in open formats and not encrypted, all that was in a space of Puente on the day that
archive.statement.txt names. A text editor or a spreadsheet is enough to read it. It holds what the members of the space
show each other: treat it so.

data/TYPE.csv            the records of each type, one a line (UTF-8, commas, double quotes: RFC 4180); of a field with
                         several values in conflict the one that the program shows
data/TYPE.json           the same in JSON; "conflicts" names the fields in conflict
fields.csv               what each column and each code means, in Spanish and in English
history.csv              all that anybody ever wrote, in order for each record: when, which organisation, which person,
                         which field and which value; also of deleted records and of values that others replaced
members.csv              the organisations of the space, their role and the public keys of their devices
plans/                   the signed plans, with the signatures of governments (each folder says how to check them)
documents.csv            the documents of the space and, of those that were on the device, in which file they are
documents/ID/            those documents, as they were attached
SHA256SUMS               the hash of each file
archive.statement.txt    of which space, on which day and by whom this archive was made, and the hash of SHA256SUMS
archive.sig, .pem        the signature of that text (Ed25519, 64 bytes) and the public key that it was signed with
archive.certificate.txt  who vouches for that key: organisation, device and key

A day is 2027-01-31; a time is in UTC. Several values in one cell are divided by ";" ("\;" is a semicolon of the text). A
cell that would begin like a formula has an apostrophe in front. "ID" names a record in all files. What was deleted on
purpose (documents and cases whose key was erased) is not here: all that is left is that it was there.

How to check it, in this folder (coreutils and OpenSSL 3 or later):

    sha256sum --check SHA256SUMS
    sha256sum SHA256SUMS
    openssl pkeyutl -verify -pubin -inkey archive.pem -rawin -in archive.statement.txt -sigfile archive.sig

1. Each file must answer "OK".
2. The hash of SHA256SUMS must be the one that archive.statement.txt names.
3. openssl must answer "Signature Verified Successfully".
4. The organisation of archive.certificate.txt must be the one that you know.

"puente verify FOLDER" checks all of this.
)";

} // namespace puente
