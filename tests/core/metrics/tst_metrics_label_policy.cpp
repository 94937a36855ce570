#include "core/metrics/label_policy.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace patina;

class TestLabelPolicy : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void textParsesBack();
    void anyTextIsAnswered();
    void roles_data();
    void roles();
};

void TestLabelPolicy::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("impurity");
    QTest::addColumn<int>("ambiguous");
    const auto row = [](const char *text, ImpurityPolicy impurity, AmbiguousPolicy ambiguous) {
        QTest::newRow(text) << text << static_cast<int>(impurity) << static_cast<int>(ambiguous);
    };
    row("", ImpurityPolicy::Normal, AmbiguousPolicy::Ignored);
    row("impurity=normal,ambiguous=ignored", ImpurityPolicy::Normal, AmbiguousPolicy::Ignored);
    row("impurity=defect", ImpurityPolicy::Defect, AmbiguousPolicy::Ignored);
    row("ambiguous=impurity", ImpurityPolicy::Normal, AmbiguousPolicy::Impurity);
    row("ambiguous=defect,impurity=ignored", ImpurityPolicy::Ignored, AmbiguousPolicy::Defect);
    row(" impurity = defect , ambiguous = defect ", ImpurityPolicy::Defect, AmbiguousPolicy::Defect);
}

void TestLabelPolicy::parses()
{
    QFETCH(QString, text);
    QFETCH(int, impurity);
    QFETCH(int, ambiguous);
    const auto policy = parseLabelPolicy(text.toStdString());
    QVERIFY(policy.has_value());
    QCOMPARE(static_cast<int>(policy->impurity), impurity);
    QCOMPARE(static_cast<int>(policy->ambiguous), ambiguous);
}

void TestLabelPolicy::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("value") << "impurity=bad"
                           << "labelling policy: impurity=bad is not one of normal, defect, ignored";
    QTest::newRow("value of the other") << "ambiguous=normal"
                                        << "labelling policy: ambiguous=normal is not one of ignored, defect, impurity";
    QTest::newRow("key") << "stain=normal"
                         << "labelling policy: 'stain=normal' is not impurity=... or ambiguous=...";
    QTest::newRow("no value") << "impurity"
                              << "labelling policy: impurity= is not one of normal, defect, ignored";
    QTest::newRow("twice") << "impurity=defect,impurity=defect"
                           << "labelling policy: impurity is given twice";
    QTest::newRow("empty part") << "impurity=defect,,ambiguous=defect"
                                << "labelling policy: '' is not impurity=... or ambiguous=...";
    QTest::newRow("case") << "Impurity=defect"
                          << "labelling policy: 'Impurity=defect' is not impurity=... or ambiguous=...";
}

void TestLabelPolicy::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, detail);
    const auto policy = parseLabelPolicy(text.toStdString());
    QVERIFY(!policy.has_value());
    QCOMPARE(policy.error().code, ErrorCode::BadArgument);
    QCOMPARE(QString::fromStdString(policy.error().detail), detail);
}

void TestLabelPolicy::textParsesBack()
{
    for (int impurity = 0; impurity < 3; ++impurity)
        for (int ambiguous = 0; ambiguous < 3; ++ambiguous) {
            const LabelPolicy policy{static_cast<ImpurityPolicy>(impurity), static_cast<AmbiguousPolicy>(ambiguous)};
            const auto back = parseLabelPolicy(labelPolicyText(policy));
            QVERIFY(back.has_value());
            QCOMPARE(*back, policy);
        }
}

void TestLabelPolicy::anyTextIsAnswered()
{
    QVERIFY(rc::check("any text gives a policy or a reason", [](const std::string &text) {
        const auto policy = parseLabelPolicy(text);
        RC_ASSERT(policy.has_value() || !policy.error().detail.empty());
    }));
}

void TestLabelPolicy::roles_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QVector<int>>("expected"); // defect, impurity, ambiguous
    const auto row = [](const char *policy, ClassRole impurity, ClassRole ambiguous) {
        QTest::newRow(policy) << policy
                              << QVector<int>{static_cast<int>(ClassRole::Defect), static_cast<int>(impurity),
                                              static_cast<int>(ambiguous)};
    };
    row("", ClassRole::Harmless, ClassRole::Ignored);
    row("impurity=defect", ClassRole::Defect, ClassRole::Ignored);
    row("impurity=ignored", ClassRole::Ignored, ClassRole::Ignored);
    row("ambiguous=defect", ClassRole::Harmless, ClassRole::Defect);
    row("ambiguous=impurity", ClassRole::Harmless, ClassRole::Harmless);
    row("impurity=defect,ambiguous=impurity", ClassRole::Defect, ClassRole::Defect);
    row("impurity=ignored,ambiguous=impurity", ClassRole::Ignored, ClassRole::Ignored);
    row("impurity=ignored,ambiguous=defect", ClassRole::Ignored, ClassRole::Defect);
}

void TestLabelPolicy::roles()
{
    QFETCH(QString, policy);
    QFETCH(QVector<int>, expected);
    const LabelPolicy parsed = *parseLabelPolicy(policy.toStdString());
    QCOMPARE(static_cast<int>(roleOf(ClassKind::Defect, parsed)), expected[0]);
    QCOMPARE(static_cast<int>(roleOf(ClassKind::Impurity, parsed)), expected[1]);
    QCOMPARE(static_cast<int>(roleOf(ClassKind::Ambiguous, parsed)), expected[2]);
    QVERIFY(isImpurity(ClassKind::Impurity, parsed) && !isImpurity(ClassKind::Defect, parsed));
    QCOMPARE(isImpurity(ClassKind::Ambiguous, parsed), parsed.ambiguous == AmbiguousPolicy::Impurity);
}

QTEST_APPLESS_MAIN(TestLabelPolicy)
#include "tst_metrics_label_policy.moc"
