#include <QTest>

#include "client/core/kit_notice.h"

#include <set>

using namespace puente;

/// Every fault of a kit has its own sentence and says what to do.
class KitNoticeTest : public QObject {
    Q_OBJECT

private slots:
    void everyFaultHasItsOwnSentence() {
        std::vector<Notice> notices;
        for (const auto kind : {KitFault::Kind::Damaged, KitFault::Kind::UnknownWord, KitFault::Kind::UnknownVersion})
            notices.push_back(kitNotice({kind, 7}));
        notices.push_back(kitNotice({KitFault::Kind::NotAKit}));
        notices.push_back(shareNotice({KitFault::Kind::NotAKit}));
        for (const auto fault :
             {CombineFault::TooFew, CombineFault::MixedSets, CombineFault::Repeated, CombineFault::Altered})
            notices.push_back(combineNotice(fault));
        std::set<std::string> sentences;
        for (const Notice& notice : notices) {
            QCOMPARE(static_cast<int>(notice.code), static_cast<int>(ExitCode::DataInvalid));
            QVERIFY(!notice.whatToDo.empty());
            sentences.insert(notice.what);
        }
        QCOMPARE(sentences.size(), notices.size());
    }
    void theWrongWordIsNamed() {
        QCOMPARE(kitNotice({KitFault::Kind::UnknownWord, 17}).what,
                 std::string("Word 17 is not the one on the paper."));
    }
};

QTEST_APPLESS_MAIN(KitNoticeTest)
#include "kit_notice_test.moc"
