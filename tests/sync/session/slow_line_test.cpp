#include <QTemporaryDir>
#include <QTest>

#include "sync/session/document_courier.h"
#include "tests/support/relay_world.h"
#include "tests/support/slow_line.h"
#include "tests/support/sync_world.h"

using namespace puente;
using namespace puente::test;

namespace {

/// What a line of 20 kbit/s looks like through sockets, modems and proxies: half a megabyte is gone at once, and nobody
/// hears for minutes whether it arrived.
constexpr SlowLine::Quality kSlow{20'000, std::chrono::milliseconds(600), std::chrono::hours(1), 512 * 1024};
/// Hardly faster than what is waited for.
constexpr SlowLine::Quality kVerySlow{10'000, std::chrono::milliseconds(600), std::chrono::seconds(100), 512 * 1024};

bool syncOver(SlowLine& line, SyncOffice& office, SyncServer& server, const SpaceId& space) {
    Initiator client(office.replica(), office.keys(), office.entropy(), {.server = server.id(), .spaces = {space}});
    Responder responder(server.relay(), {}, line.now());
    return line.talk(client, responder);
}

/// A frame that pushes so many bytes, which are none of what they say.
Bytes pushOfSize(const SpaceId& space, std::size_t size) {
    return encodeFrame(PushFrame{EntryKind::KeyObject, space, Bytes(size, 1)});
}

} // namespace

/// A slow line is not taken for a dead one, whatever has to cross it; who is slower than any line is left.
class SlowLineTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasWrittenOfflineGoesUpAndComesDownInOneConversation() {
        SyncWorld world;
        world.editor.write(world.space, 60, 12'000);
        SlowLine up(kSlow);
        QVERIFY(syncOver(up, world.editor, world.server, world.space) && up.isAlive());
        QVERIFY(up.sentUp() > 400'000); // several minutes, in which the server has nothing to say
        SlowLine down(kSlow);
        QVERIFY(syncOver(down, world.reader, world.server, world.space) && down.isAlive());
        QVERIFY(down.sentDown() > 400'000);
        QVERIFY(world.reader.state(world.space) == world.editor.state(world.space));
    }

    /// Of 100 MB, in one frame of 49 KB: more than crosses in half a minute.
    void theIndexOfALargeDocumentArrives() {
        const SealedDocument document = DocumentWorld::document(100'000'000);
        QVERIFY(document.index.wire().size() > 45'000);
        for (const bool isUp : {true, false}) {
            DocumentWorld world;
            const auto store = documentStore();
            DocumentStore& from = isUp ? *store : *world.documents;
            DocumentStore& to = isUp ? *world.documents : *store;
            document.putInto(from, world.space);
            SlowLine line(kVerySlow);
            SeededEntropy entropy(8);
            const std::vector<DocumentWish> wishes{{world.space, document.id()}}, none;
            DocumentCourier client(*store, world.founder.signing, entropy,
                                   {world.relay.id(), isUp ? wishes : none, isUp ? none : wishes, {}});
            Responder server(world.relay, {}, line.now());
            QVERIFY(!line.talk(client, server) && line.isAlive());
            const auto missing = to.missing(world.space, document.id());
            QVERIFY(missing.ok() && missing->has_value());
            QVERIFY(missing->value().at(0).begin > 0);
        }
    }

    void aPowerCutTakesSecondsOfWhatCame() {
        const SealedDocument document = DocumentWorld::document(1'000'000);
        DocumentWorld world;
        document.putInto(*world.documents, world.space);
        const QTemporaryDir folder;
        const std::string path = folder.filePath("documents.db").toStdString();
        SlowLine line({.cutEvery = std::chrono::seconds(100), .isPowerCut = true});
        {
            const auto store = documentStore(path);
            SeededEntropy entropy(8);
            DocumentCourier client(*store, world.founder.signing, entropy,
                                   {world.relay.id(), {}, {{world.space, document.id()}}, {}});
            Responder server(world.relay, {}, line.now());
            QVERIFY(!line.talk(client, server) && line.isAlive());
        }
        const auto held = documentStore(path)->documents(world.space);
        QVERIFY(held.ok() && held->size() == 1);
        QVERIFY(held->at(0).bytesHere > line.sentDown() * 85 / 100); // of seven kilobytes a second, ten seconds
        QVERIFY(held->at(0).bytesHere < line.sentDown());
    }

    void aLargeFrameMayTakeItsTime() {
        DocumentWorld world;
        HandClient client(world.relay, world.editor);
        QVERIFY(client.send(client.request({client.from(world.space)})));
        const Bytes frame = pushOfSize(world.space, 100'000);
        for (std::size_t at = 0; at < frame.size(); at += 1'000) {
            QVERIFY(client.sendBytes(ByteView(frame).subspan(at, std::min<std::size_t>(1'000, frame.size() - at))));
            QVERIFY(client.wait(std::chrono::seconds(1)));
        }
        QVERIFY(client.send(EndFrame{}));
    }

    void butNotForEver() {
        DocumentWorld world;
        HandClient client(world.relay, world.editor);
        QVERIFY(client.send(client.request({client.from(world.space)})));
        const Bytes frame = pushOfSize(world.space, 100 * 1024);
        QVERIFY(client.sendBytes(ByteView(frame).first(100)));
        QVERIFY(client.wait(std::chrono::seconds(130)));
        const auto done = client.wait(std::chrono::seconds(1));
        QVERIFY(!done && done.fault() == Responder::Fault::TimedOut);
    }
};

QTEST_GUILESS_MAIN(SlowLineTest)
#include "slow_line_test.moc"
