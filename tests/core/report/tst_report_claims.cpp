#include "core/report/inputs_digest.h"
#include "core/report/report_claims.h"
#include "core/report/report_html.h"
#include "tests/core/report/made_report.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace patina;

namespace {

std::string pageWith(const std::string &json)
{
    return "<p>text</p><script type=\"application/json\" id=\"provenance\">" + json + "</script>";
}

ReportClaims claims()
{
    return {std::string(64, 'a'),
            std::string(64, 'b'),
            std::string(64, 'c'),
            std::string(64, 'd'),
            12,
            "2026-01-31T00:00:00Z",
            "Patina"};
}

std::vector<DigestItem> items()
{
    return {{"a.png", "1", "good", "g1", {}}, {"b.png", "2", "crack", "g2", {{"crack", "3"}, {"stain", "4"}}}};
}

std::string digestOf(const std::vector<DigestItem> &some)
{
    return inputsDigest(some, made::classes()).sha256;
}

} // namespace

/// What a report claims to be made from, and how that is read back.
class TestReportClaims : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead();
    void aReportHasThem();
    void whatIsNoReportIsSaid_data();
    void whatIsNoReportIsSaid();
    void damageNeverCrashes();
    void digestKnowsEveryFact();
    void digestKnowsNoOrder();
};

void TestReportClaims::whatIsWrittenIsRead()
{
    QCOMPARE(claimsOf(pageWith(claimsToJson(claims()))).value(), claims());
    ReportClaims few = claims();
    few.inputsSha256.clear();
    few.projectHead.clear();
    few.program = "</script>";
    QVERIFY(!claimsOf(pageWith(claimsToJson(few)))); // writing makes it safe: jsonForMarkup
}

void TestReportClaims::aReportHasThem()
{
    const auto document = makeReport(made::reportInput(), {});
    const auto read = claimsOf(reportHtml(*document));
    QVERIFY(read);
    QCOMPARE(read->modelHash, std::string(64, 'a'));
    QCOMPARE(read->inputsSha256, std::string(64, 'c'));
    QCOMPARE(read->projectHead, std::string());
}

void TestReportClaims::whatIsNoReportIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = QByteArray::fromStdString(claimsToJson(claims()));
    const auto page = [](const QByteArray &json) { return QByteArray::fromStdString(pageWith(json.toStdString())); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html></html>");
    QTest::newRow("a PDF") << QByteArray("%PDF-1.4\n1 0 obj\nstream\nabc");
    QTest::newRow("no JSON") << page("{");
    QTest::newRow("a list") << page("[]");
    QTest::newRow("another format") << page(R"({"format":"x"})");
    QTest::newRow("a hash cut short") << page(QByteArray(good).replace(QByteArray(64, 'a'), QByteArray(63, 'a')));
    QTest::newRow("a hash of other letters")
        << page(QByteArray(good).replace(QByteArray(64, 'a'), QByteArray(64, 'z')));
    QTest::newRow("no model") << page(QByteArray(good).replace("model.hash", "model.has"));
    QTest::newRow("no number") << page(QByteArray(good).replace(":12", ":\"12\""));
    QTest::newRow("no end") << page(good).replace("</script>", "");
}

void TestReportClaims::whatIsNoReportIsSaid()
{
    QFETCH(QByteArray, text);
    const auto read = claimsOf(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadFormat);
    QVERIFY(!read.error().detail.empty());
}

void TestReportClaims::damageNeverCrashes()
{
    const std::string page = pageWith(claimsToJson(claims()));
    rc::check([&] {
        std::string damaged = page;
        damaged[*rc::gen::inRange<std::size_t>(0, damaged.size())] = *rc::gen::arbitrary<char>();
        damaged.resize(*rc::gen::inRange<std::size_t>(0, damaged.size()));
        claimsOf(damaged);
        claimsOf("%PDF-\nstream\n" + damaged);
    });
}

void TestReportClaims::digestKnowsEveryFact()
{
    const std::string whole = digestOf(items());
    QCOMPARE(whole.size(), std::size_t{64});
    QCOMPARE(inputsDigest(items(), made::classes()).images, std::int64_t{2});
    QCOMPARE(inputsDigest(items(), made::classes()).labels, std::int64_t{2});
    const auto changed = [&](auto change) {
        auto some = items();
        change(some);
        return digestOf(some) != whole;
    };
    QVERIFY(changed([](auto &some) { some.pop_back(); }));
    QVERIFY(changed([](auto &some) { some[0].id = "c.png"; }));
    QVERIFY(changed([](auto &some) { some[0].sha256 = "9"; }));
    QVERIFY(changed([](auto &some) { some[0].className = "crack"; }));
    QVERIFY(changed([](auto &some) { some[0].group = "g2"; }));
    QVERIFY(changed([](auto &some) { some[1].labels.pop_back(); }));
    QVERIFY(changed([](auto &some) { some[1].labels[0].second = "9"; }));
    auto kinds = made::classes();
    kinds[0].kind = ClassKind::Impurity;
    QVERIFY(inputsDigest(items(), kinds).sha256 != whole);
}

void TestReportClaims::digestKnowsNoOrder()
{
    auto some = items();
    std::ranges::reverse(some);
    std::ranges::reverse(some[0].labels);
    auto classes = made::classes();
    std::ranges::reverse(classes);
    QCOMPARE(inputsDigest(some, classes).sha256, digestOf(items()));
}

QTEST_APPLESS_MAIN(TestReportClaims)
#include "tst_report_claims.moc"
