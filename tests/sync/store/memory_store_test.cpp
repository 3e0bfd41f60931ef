#include <QTest>

#include "sync/store/memory_store.h"
#include "tests/contract/store_contract.h"
#include "tests/support/seeded_entropy.h"

using namespace puente;

/// The store that lives in memory keeps every promise of a Store.
class MemoryStoreTest : public test::StoreContract {
    Q_OBJECT

protected:
    std::unique_ptr<Store> makeStore() override {
        test::SeededEntropy entropy(1);
        return std::make_unique<MemoryStore>(entropy.draw<InstanceId>());
    }

private Q_SLOTS:
    void aNewLifeKeepsTheContent() {
        test::SeededEntropy entropy(2);
        MemoryStore store(entropy.draw<InstanceId>());
        const std::vector sent{segment(log(1), 1, 1)};
        const auto end = store.append(space(1), sent);
        MemoryStore restored = store;
        restored.beginNewLife(entropy.draw<InstanceId>());
        QVERIFY(restored.instance() != store.instance());
        QVERIFY(*restored.end(space(1)) == *end);
    }
};

QTEST_APPLESS_MAIN(MemoryStoreTest)
#include "memory_store_test.moc"
