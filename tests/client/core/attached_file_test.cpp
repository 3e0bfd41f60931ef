#include <QTest>

#include <QFile>
#include <QTemporaryDir>

#include "client/core/attached_file.h"
#include "tests/support/document_samples.h"

#include <fcntl.h>
#include <sys/stat.h>

using namespace puente;
using namespace puente::test;

/// A file that somebody writes to while it is attached is attached as one state of it or not at all.
class AttachedFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_path;
    SpaceId m_space = *SpaceId::from(Bytes(16, 4));
    ErasableId m_id = *ErasableId::from(Bytes(16, 9));

    void write(const QByteArray& content) const {
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    /// Writes without a trace in the file's time.
    void writeSecretly(const QByteArray& content) const {
        struct stat before {};
        QVERIFY(::stat(m_path.c_str(), &before) == 0);
        write(content);
        const timespec times[2]{before.st_atim, before.st_mtim};
        QVERIFY(::utimensat(AT_FDCWD, m_path.c_str(), times, 0) == 0);
    }

private slots:
    void init() {
        m_path = m_folder.filePath("file").toStdString();
        write(QByteArray(200'000, 'a'));
    }

    void whatStaysAsItIsIsSealed() {
        SeededEntropy entropy(1);
        const ErasableKey key = ErasableKey::generate(entropy);
        const auto store = documentStore();
        auto file = AttachedFile::open(m_path);
        const auto content = file->content();
        QVERIFY(content.ok());
        const auto document = file->sealInto(*store, m_space, m_id, key, *content, entropy);
        QVERIFY(document.ok());
        const auto held = store->documents(m_space);
        QVERIFY(held->size() == 1 && held->front().bytesHere == sealedDocumentSize(200'000));
    }

    void anotherSizeOrTimeIsNoticed() {
        auto grown = AttachedFile::open(m_path);
        write(QByteArray(200'001, 'a'));
        QVERIFY(!grown->content());
        auto cut = AttachedFile::open(m_path);
        write(QByteArray(10, 'a'));
        QVERIFY(!cut->content());
        auto touched = AttachedFile::open(m_path);
        QTest::qSleep(20);
        write(QByteArray(10, 'b'));
        QVERIFY(!touched->content());
    }

    void anotherContentIsNoticedAlthoughItsTimeIsTheSame() {
        SeededEntropy entropy(2);
        const ErasableKey key = ErasableKey::generate(entropy);
        const auto store = documentStore();
        auto file = AttachedFile::open(m_path);
        const auto content = file->content();
        QVERIFY(content.ok());
        writeSecretly(QByteArray(200'000, 'b'));
        QVERIFY(!file->sealInto(*store, m_space, m_id, key, *content, entropy));
        QVERIFY(store->documents(m_space)->empty());
    }
};

QTEST_GUILESS_MAIN(AttachedFileTest)
#include "attached_file_test.moc"
