#include "ui/document/project_document.h"
#include "ui/language.h"
#include "ui/models/edit_model.h"
#include "ui/models/journal_model.h"
#include "ui/text/journal_words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace patina;

/// The journal as lists: entries, what each changed, and its words in another language.
class TestUiJournal : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void nothingIsReadBeforeItIsWanted();
    void theLatestEntryIsTheFirst();
    void newEntriesComeIn();
    void manyEntriesFollowInSlices();
    void anotherProjectIsAnotherJournal();
    void aSecondReadingSeesNone();
    void entriesAreFoundByTextAndNumber();
    void editsAreATree();
    void actionsHaveWordsInEveryLanguage_data();
    void actionsHaveWordsInEveryLanguage();
    void fieldsAndValuesHaveWords();

private:
    void change(const QString &action)
    {
        const Setting setting{"a", std::to_string(++m_changes)};
        const auto done = m_document->change(
            {action.toStdString(), {m_changes == 1 ? added(setting) : changed(Setting{"a", m_value}, setting)}});
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        m_value = setting.value;
    }
    void openProject(const char *name)
    {
        auto project = Project::create(m_folder->filePath(name).toStdString());
        QVERIFY(project);
        m_document->open(*std::move(project), {}, QStringLiteral("Eva"));
        m_changes = 0;
    }
    QStringList actions(const QAbstractItemModel &model) const
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list << model.index(row, JournalModel::WhatColumn).data().toString();
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectDocument> m_document;
    int m_changes = 0;
    std::string m_value;
};

void TestUiJournal::init()
{
    m_document = std::make_unique<ProjectDocument>();
    m_folder = std::make_unique<QTemporaryDir>();
    openProject("a.patinaproj");
}

void TestUiJournal::nothingIsReadBeforeItIsWanted()
{
    change("one");
    JournalModel model(m_document.get());
    const QAbstractItemModelTester tester(&model);
    change("two");
    QCOMPARE(model.rowCount(), 0);
    model.setWanted(true);
    QCOMPARE(actions(model), QStringList({"two", "one"}));
    model.setWanted(false);
    change("three");
    QCOMPARE(model.rowCount(), 2);
    model.setWanted(true);
    QCOMPARE(actions(model), QStringList({"three", "two", "one"}));
}

void TestUiJournal::theLatestEntryIsTheFirst()
{
    change("one");
    change("two");
    JournalModel model(m_document.get());
    const QAbstractItemModelTester tester(&model);
    model.setWanted(true);
    QCOMPARE(model.index(0, JournalModel::NumberColumn).data().toString(), QString("2"));
    QCOMPARE(model.index(0, JournalModel::WhoColumn).data().toString(), QString("Eva"));
    QCOMPARE(model.index(1, 0).data(JournalModel::NumberRole).toLongLong(), 1LL);
    QVERIFY(model.index(0, 0)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QString::fromStdString(m_document->project().head().value().sha256)));
    QVERIFY(model.index(0, JournalModel::WhenColumn).data().toString().contains(':'));
}

void TestUiJournal::newEntriesComeIn()
{
    JournalModel model(m_document.get());
    const QAbstractItemModelTester tester(&model);
    model.setWanted(true);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    change("one");
    change("two");
    QVERIFY(m_document->undo());
    QCOMPARE(actions(model), QStringList({"undo: two", "two", "one"}));
    QCOMPARE(inserted.size(), 3);
    QVERIFY(model.isComplete());
}

void TestUiJournal::manyEntriesFollowInSlices()
{
    constexpr int atOnce = 50;
    const int entries = 2 * atOnce + 7;
    for (int i = 0; i < entries; ++i)
        QVERIFY(const_cast<Project &>(m_document->project())
                    .apply({"n", {i % 2 == 0 ? added(Setting{"b", "1"}) : removed(Setting{"b", "1"})}}, "Ida"));
    JournalModel model(m_document.get(), nullptr, atOnce);
    const QAbstractItemModelTester tester(&model);
    model.setWanted(true);
    QCOMPARE(model.rowCount(), atOnce);
    QVERIFY(!model.isComplete());
    QTRY_VERIFY(model.isComplete());
    QCOMPARE(model.rowCount(), entries);
    for (int row = 0; row < entries; ++row)
        QCOMPARE(model.line(row).number, std::int64_t{entries - row});
}

void TestUiJournal::anotherProjectIsAnotherJournal()
{
    change("one");
    JournalModel model(m_document.get());
    const QAbstractItemModelTester tester(&model);
    model.setWanted(true);
    openProject("b.patinaproj");
    QCOMPARE(model.rowCount(), 0);
    change("other");
    QCOMPARE(actions(model), QStringList({"other"}));
    m_document->close();
    QCOMPARE(model.rowCount(), 0);
}

void TestUiJournal::aSecondReadingSeesNone()
{
    change("one");
    JournalModel model(m_document.get());
    const QAbstractItemModelTester tester(&model);
    model.setWanted(true);
    QVERIFY(m_document->beginReading("Ida", "Eva"));
    QCOMPARE(model.rowCount(), 0);
    change("two");
    QCOMPARE(model.rowCount(), 0);
    m_document->endReading();
    QCOMPARE(actions(model), QStringList({"two", "one"}));
}

void TestUiJournal::entriesAreFoundByTextAndNumber()
{
    for (const char *action : {"label a region as scratch", "remove zones", "label a region as dent"})
        change(action);
    JournalModel model(m_document.get());
    model.setWanted(true);
    JournalFilterModel shown;
    const QAbstractItemModelTester tester(&shown);
    shown.setSourceModel(&model);
    shown.setFilterFixedString("REGION");
    QCOMPARE(actions(shown), QStringList({"label a region as dent", "label a region as scratch"}));
    shown.setNumbers(std::set<std::int64_t>{1, 2});
    QCOMPARE(actions(shown), QStringList({"label a region as scratch"}));
    shown.setFilterFixedString("");
    QCOMPARE(shown.rowCount(), 2);
    shown.setNumbers(std::nullopt);
    QCOMPARE(shown.rowCount(), 3);
    shown.setFilterFixedString("eva");
    QCOMPARE(shown.rowCount(), 3);
}

void TestUiJournal::editsAreATree()
{
    EditModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEdits({{{"label",
                      "7",
                      "a.png",
                      {},
                      EditKind::Changed,
                      {{"class", "harmless", "scratch"}, {"source", "region", "drawn"}}},
                     {"zone", "1", "", {}, EditKind::Removed, {{"kind", "roi", ""}}}},
                    2});
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex label = model.index(0, 0);
    QCOMPARE(label.data().toString(), QString("Label 7"));
    QCOMPARE(model.rowCount(label), 2);
    QCOMPARE(model.index(0, EditModel::FactColumn, label).data().toString(), QString("Class"));
    QCOMPARE(model.index(1, EditModel::BeforeColumn, label).data().toString(), QString("flagged region"));
    QCOMPARE(model.index(1, EditModel::AfterColumn, label).data().toString(), QString("painted"));
    QCOMPARE(model.index(1, EditModel::AfterColumn).data().toString(), QString("removed"));
    model.setEdits({});
    QCOMPARE(model.rowCount(), 0);
}

void TestUiJournal::actionsHaveWordsInEveryLanguage_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"en", "de", "zh_CN", "ja"})
        QTest::newRow(code) << code;
}

void TestUiJournal::actionsHaveWordsInEveryLanguage()
{
    QFETCH(QString, code);
    Language language;
    language.apply(code);
    for (const QString prefix : {"", "undo: ", "redo: "})
        for (const char *named : {"label a region as harmless",
                                  "label 12 regions as scratch",
                                  "call a region a false alarm",
                                  "call 3 regions a false alarm",
                                  "take a decision back",
                                  "take decisions back",
                                  "done with an image",
                                  "merge 2 regions of scratch",
                                  "split a region of scratch into 3",
                                  "paint good",
                                  "paint scratch",
                                  "erase from labels",
                                  "add a region of interest",
                                  "add a zone to ignore",
                                  "remove zones",
                                  "add the class x",
                                  "rename the class a to b",
                                  "the class x is of kind impurity",
                                  "move the class x up",
                                  "move the class x down",
                                  "remove the class x",
                                  "set the thresholds to 1.5 and 2",
                                  "set the thresholds back to those of the model",
                                  "set the scale to 0.1 mm per pixel",
                                  "remove the scale",
                                  "train a model",
                                  "use the model part.patina",
                                  "import 60 images from parts",
                                  "import 60 labels from a.json",
                                  "find 2 images in parts"}) {
            const QString action = prefix + named;
            const QString words = JournalWords::action(action.toStdString());
            QString english = action;
            english.replace("of kind impurity", "of kind harmless impurity");
            QVERIFY2((words == english) == (code == "en"), qPrintable(words));
            for (const char *kept : {"scratch", "12", "0.1", "part.patina", "a.json"})
                QVERIFY2(!action.contains(kept) || words.contains(kept), qPrintable(words));
        }
    language.apply("en");
}

void TestUiJournal::fieldsAndValuesHaveWords()
{
    Language language;
    language.apply("de");
    QCOMPARE(JournalWords::field("class"), QString("Klasse"));
    QVERIFY(JournalWords::value("kind", "impurity") != "impurity");
    QVERIFY(JournalWords::value("kind", "thresholds") != "thresholds");
    QVERIFY(JournalWords::field("thresholdFactor") != "thresholdFactor");
    QCOMPARE(JournalWords::value("reader", "impurity"), QString("impurity"));
    QCOMPARE(JournalWords::value("class", "Kratzer"), QString("Kratzer"));
    QCOMPARE(JournalWords::field("unheard of"), QString("unheard of"));
    const std::string endless(5'000'000, 'x');
    for (const QString &words : {JournalWords::action("paint " + endless), JournalWords::value("name", endless),
                                 JournalWords::value("kind", endless), JournalWords::text(endless)})
        QVERIFY(words.size() < 1100);
    language.apply("en");
}

QTEST_MAIN(TestUiJournal)
#include "tst_ui_journal.moc"
