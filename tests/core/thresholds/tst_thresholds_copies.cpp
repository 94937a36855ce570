#include "core/thresholds/calibration_data.h"

#include <QTest>

#include <rapidcheck.h>

using namespace patina;

namespace {

using Texts = std::map<std::string, std::string>;

/// Whether two images are held together by groups and contents: every path tried.
bool connected(const std::string &a, const std::string &b, const Texts &groups, const Texts &contents)
{
    std::set<std::string> reached{a};
    for (bool grown = true; grown;) {
        grown = false;
        for (const auto &[id, group] : groups)
            for (const std::string &from : std::set<std::string>(reached))
                if (groups.at(from) == group || (!contents.at(id).empty() && contents.at(from) == contents.at(id)))
                    grown = reached.insert(id).second || grown;
    }
    return reached.contains(b);
}

} // namespace

class TestThresholdsCopies : public QObject
{
    Q_OBJECT

private slots:
    void copiesAndGroupsStayTogetherAndNothingElse()
    {
        QVERIFY(rc::check([] {
            const int images = *rc::gen::inRange(1, 9);
            Texts groups;
            Texts contents;
            for (int i = 0; i < images; ++i) {
                const std::string id(1, static_cast<char>('a' + i));
                groups[id] = std::to_string(*rc::gen::inRange(0, 6));
                const int content = *rc::gen::inRange(0, 6);
                contents[id] = content == 0 ? std::string() : "content " + std::to_string(content);
            }
            const auto groupOf = [&](const std::string &id) { return groups.at(id); };
            const CopiesTogether together = copiesTogether(groupOf, contents);
            for (const auto &[a, one] : groups)
                for (const auto &[b, other] : groups)
                    RC_ASSERT((together.groupOf(a) == together.groupOf(b)) == connected(a, b, groups, contents));
        }));
    }

    void theFirstCopyIsNamed()
    {
        const CopiesTogether none = copiesTogether({}, {{"a", "1"}, {"b", "2"}, {"c", ""}, {"d", ""}});
        QVERIFY(none.sentence().empty());
        QCOMPARE(none.groupOf("a"), std::string("a"));
        const CopiesTogether one = copiesTogether({}, {{"a", "1"}, {"b", "2"}, {"c", "1"}});
        QCOMPARE(one.copies, 1);
        QVERIFY(one.sentence().starts_with("1 images are copies of images of other groups (first: c of a)"));
    }
};

QTEST_APPLESS_MAIN(TestThresholdsCopies)

#include "tst_thresholds_copies.moc"
