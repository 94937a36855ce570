#include "tests/flow/bank_window.h"

using namespace patina;
using testing::FlowWindow;

/// Which version of its model a project works with, whatever happens meanwhile.
class TestFlowVersions : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_bank.emplace(); }
    void cleanup() { m_bank.reset(); }
    void theChosenVersionIsTheOneAfterReopening();
    void aProjectBringsItsVersion();
    void aModelThatIsGivenAtTheStartIsLookedWith();
    void anotherProjectIsToldNothing();
    void aProjectThatHasChosenNoneIsNotChanged();
    void undoAndRedoBeforeItIsOpenLeaveNoTrace();
    void preferencesChooseNoVersion();
    void aSecondReadingChoosesNone();
    void aMissingFileIsSaid();
    void readOnlyProjectsAreOnlyLookedAt();

private:
    std::optional<testing::BankWindow> m_bank;
};

void TestFlowVersions::theChosenVersionIsTheOneAfterReopening()
{
    QVERIFY(m_bank->makeVersions());
    m_bank->session().useModel(m_bank->at("unscored.patina"), "unscored.patina");
    QTRY_COMPARE(m_bank->openModel(), std::string("unscored.patina"));
    QTRY_VERIFY(m_bank->settled());
    m_bank->start();
    m_bank->session().openProject(m_bank->at("p.patinaproj")); // two.patina is the one that was scored with last
    QTRY_COMPARE(m_bank->openModel(), std::string("unscored.patina"));
    QCOMPARE(m_bank->flow().document().counts().scored, 0);
    m_bank->session().useModel(m_bank->at("one.patina"), "one.patina");
    QTRY_COMPARE(m_bank->openModel(), std::string("one.patina"));
    QTRY_COMPARE(m_bank->flow().document().counts().scored, 4);
    m_bank->session().openModel(m_bank->at("two.patina")); // from its file: it is the one in use from now on
    QTRY_COMPARE(m_bank->openModel(), std::string("two.patina"));
    QCOMPARE(m_bank->inUse(), std::string("two.patina"));
    QTRY_VERIFY(m_bank->settled());
    m_bank->start();
    m_bank->session().openProject(m_bank->at("p.patinaproj"));
    QTRY_COMPARE(m_bank->openModel(), std::string("two.patina"));
}

void TestFlowVersions::aProjectBringsItsVersion()
{
    QVERIFY(m_bank->makeVersions());
    m_bank->start();
    m_bank->session().openModel(m_bank->at("other.patina"));
    QTRY_COMPARE(m_bank->openModel(), std::string("other.patina"));
    m_bank->session().openProject(m_bank->at("p.patinaproj"));
    QTRY_COMPARE(m_bank->openModel(), std::string("two.patina"));
    QVERIFY(!m_bank->project().canUndo());
}

/// As `patina --model other.patina p.patinaproj` does, whichever of them is there first.
void TestFlowVersions::aModelThatIsGivenAtTheStartIsLookedWith()
{
    QVERIFY(m_bank->makeVersions());
    for (const bool modelFirst : {false, true}) {
        m_bank->start();
        if (modelFirst) {
            m_bank->session().openModel(m_bank->at("other.patina"));
            QTRY_COMPARE(m_bank->openModel(), std::string("other.patina"));
        }
        m_bank->session().openWith(m_bank->at("other.patina"), m_bank->at("p.patinaproj"));
        QTRY_VERIFY(m_bank->project().isOpen() && m_bank->settled());
        QCOMPARE(m_bank->openModel(), std::string("other.patina"));
        QVERIFY(!m_bank->project().canUndo());
        QCOMPARE(m_bank->inUse(), std::string("two.patina"));
    }
}

void TestFlowVersions::anotherProjectIsToldNothing()
{
    QVERIFY(m_bank->makeVersions());
    m_bank->session().useModel(m_bank->at("one.patina"), "one.patina");
    m_bank->session().createProject(m_bank->at("parts"), m_bank->at("other.patinaproj")); // before it is open
    QTRY_VERIFY(m_bank->project().isOpen() &&
                m_bank->project().project().file() == m_bank->at("other.patinaproj").toStdString());
    QTRY_VERIFY(m_bank->settled());
    QVERIFY(m_bank->project().contents().models.empty());
    QVERIFY(!choosesModel(m_bank->project().contents()));
    m_bank->session().openModel(m_bank->at("one.patina"));
    QTRY_COMPARE(m_bank->openModel(), std::string("one.patina"));
    QVERIFY(!m_bank->project().canUndo()); // it has chosen none, and is not asked to
}

/// As one that was made before versions could be chosen.
void TestFlowVersions::aProjectThatHasChosenNoneIsNotChanged()
{
    QVERIFY(m_bank->makeProject("p.patinaproj"));
    for (const char *name : {"one.patina", "two.patina"})
        QVERIFY(m_bank->project().change(
            {"train a model",
             {added(ProjectModel{name, name, std::string("2026-01-01T00:00:0") + (name[0] == 'o' ? "1Z" : "2Z")})}}));
    m_bank->session().openModel(m_bank->at("two.patina"));
    QTRY_COMPARE(m_bank->openModel(), std::string("two.patina"));
    m_bank->session().useModel(m_bank->at("one.patina"), "one.patina");
    QTRY_COMPARE(m_bank->openModel(), std::string("one.patina"));
    m_bank->session().undo();
    QTRY_COMPARE(m_bank->openModel(), std::string("two.patina")); // the one noted last
    QVERIFY(m_bank->project().canRedo());
    m_bank->session().redo();
    QTRY_COMPARE(m_bank->openModel(), std::string("one.patina"));
    QVERIFY(!m_bank->project().canRedo());
}

void TestFlowVersions::undoAndRedoBeforeItIsOpenLeaveNoTrace()
{
    QVERIFY(m_bank->makeVersions());
    m_bank->session().useModel(m_bank->at("one.patina"), "one.patina");
    QTRY_COMPARE(m_bank->openModel(), std::string("one.patina"));
    QTRY_VERIFY(m_bank->settled());
    m_bank->session().undo();
    m_bank->session().redo(); // the other one is not open yet
    QTRY_VERIFY(m_bank->settled());
    QCOMPARE(m_bank->openModel(), std::string("one.patina"));
    QCOMPARE(m_bank->project().undoText(), std::string("use the model one.patina"));
    QVERIFY(!m_bank->project().canRedo());
    m_bank->session().undo();
    m_bank->session().undo(); // that two.patina was trained
    QTRY_VERIFY(m_bank->settled());
    QCOMPARE(m_bank->openModel(), std::string("one.patina"));
    QVERIFY(m_bank->project().canRedo());
}

void TestFlowVersions::preferencesChooseNoVersion()
{
    QVERIFY(m_bank->makeVersions());
    const Setting choice{"model.inUse", "two.patina"};
    QVERIFY(m_bank->project().change({"choose", {changed(choice, Setting{"model.inUse", "one.patina"})}}));
    m_bank->session().setScoring({1, "cpu"}); // opens two.patina anew, which is not the one that is chosen
    QTRY_VERIFY(m_bank->settled());
    QCOMPARE(m_bank->project().undoText(), std::string("choose"));
    QCOMPARE(m_bank->inUse(), std::string("one.patina"));
}

void TestFlowVersions::aSecondReadingChoosesNone()
{
    QVERIFY(m_bank->makeVersions());
    QVERIFY(m_bank->project().beginReading(QStringLiteral("Ida"), m_bank->project().reader()));
    m_bank->session().useModel(m_bank->at("one.patina"), "one.patina");
    QTRY_COMPARE(m_bank->openModel(), std::string("one.patina"));
    QVERIFY(!m_bank->project().canUndo());
    m_bank->project().endReading();
    QTRY_COMPARE(m_bank->openModel(), std::string("two.patina")); // what the project works with
}

void TestFlowVersions::aMissingFileIsSaid()
{
    QVERIFY(m_bank->makeVersions());
    m_bank->session().useModel(m_bank->at("missing.patina"), "missing.patina");
    QTRY_VERIFY(m_bank->flow().said().startsWith(QStringLiteral("The model missing.patina was not opened.")));
    QCOMPARE(m_bank->openModel(), std::string("two.patina"));
    QCOMPARE(m_bank->project().undoText(), std::string("train a model"));
}

void TestFlowVersions::readOnlyProjectsAreOnlyLookedAt()
{
    QVERIFY(m_bank->makeVersions());
    auto behaviour = m_bank->behaviour;
    FlowWindow second(QString(), behaviour);
    second.session->openProject(m_bank->at("p.patinaproj"));
    QTRY_VERIFY(second.project().isOpen() && second.document().hasModel() && second.session->idle());
    QVERIFY(!second.project().canWrite());
    second.session->useModel(m_bank->at("one.patina"), "one.patina");
    QTRY_COMPARE(second.document().model().hash, std::string("one.patina"));
    QCOMPARE(modelInUse(second.project().contents()), std::string("two.patina"));
}

QTEST_MAIN(TestFlowVersions)
#include "tst_flow_versions.moc"
