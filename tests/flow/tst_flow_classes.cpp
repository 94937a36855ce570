#include "tests/support/flow_window.h"
#include "ui/classes/class_edits.h"

#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>

#include <functional>

using namespace patina;

/// The list of classes: its changes, and the dialog through the real window.
class TestFlowClasses : public QObject
{
    Q_OBJECT
private slots:
    void labelsFollowANewName();
    void placesAreKeys();
    void whatCannotBeIsRefused();
    void theDialogMakesChanges();
    void aKeyMakesAClass();
};

namespace {

ProjectContents someContents()
{
    ProjectContents contents;
    contents.classes = {
        {"dent", ClassKind::Defect, 3}, {"oil", ClassKind::Impurity, 7}, {"scratch", ClassKind::Defect, 1}};
    for (int i = 1; i <= 3; ++i) {
        Label label;
        label.id = i;
        label.image = "a.png";
        label.className = i == 2 ? "oil" : "dent";
        label.mask = RunMask::create({9, 9}, {{i, 0, 3}}).value();
        contents.labels.push_back(label);
    }
    contents.images = {{"a.png", "a.png", {}, Split::Test, "good", {}}};
    return contents;
}

/// What holds after a change, and that undo gives back what was.
ProjectContents made(const ProjectContents &before, const Result<Change> &change)
{
    ProjectContents after = before;
    const bool good = change && makeEdits(after, *change);
    ProjectContents back = after;
    if (!good || !makeEdits(back, inverse(*change, "undo")) || back != before)
        return {};
    return after;
}

/// Runs while a dialog is open.
void whileOpen(QObject *context, const std::function<void()> &steps)
{
    QTimer::singleShot(0, context, steps);
}

} // namespace

void TestFlowClasses::labelsFollowANewName()
{
    const ProjectContents before = someContents();
    const ProjectContents after = made(before, renameClass(before, "dent", "ding"));
    QCOMPARE(after.classes[0].name, std::string("ding"));
    QCOMPARE(after.classes[0].position, 3);
    QCOMPARE(std::ranges::count(after.labels, "ding", &Label::className), 2);
    QCOMPARE(std::ranges::count(after.labels, "dent", &Label::className), 0);
}

void TestFlowClasses::placesAreKeys()
{
    const ProjectContents before = someContents(); // scratch, dent, oil
    const auto positions = [](const ProjectContents &contents) {
        std::vector<int> all;
        for (const ProjectClass &one : contents.classes)
            all.push_back(one.position);
        return all;
    };
    QCOMPARE(positions(made(before, moveClass(before, "oil", -1))), (std::vector<int>{2, 1, 0}));
    QCOMPARE(positions(made(before, moveClass(before, "scratch", -1))), (std::vector<int>{1, 2, 0})); // gaps close
    QCOMPARE(made(before, addClass(before, "crack", ClassKind::Defect)).classes.front(),
             (ProjectClass{"crack", ClassKind::Defect, 8}));
    QCOMPARE(made(before, setClassKind(before, "oil", ClassKind::Ambiguous)).classes[1].kind, ClassKind::Ambiguous);
}

void TestFlowClasses::whatCannotBeIsRefused()
{
    const ProjectContents contents = someContents();
    for (const char *name : {"", "good", "a/b", "dent"}) {
        QVERIFY2(!addClass(contents, name, ClassKind::Defect), name);
        QVERIFY2(!renameClass(contents, "oil", name), name);
    }
    QVERIFY(removeClass(contents, "dent").error().detail.find("labels are of the class dent") != std::string::npos);
    QVERIFY(removeClass(contents, "scratch"));
    for (const auto &change : {renameClass(contents, "no", "x"), moveClass(contents, "no", 1),
                               setClassKind(contents, "no", ClassKind::Defect), removeClass(contents, "no")})
        QCOMPARE(change.error().code, ErrorCode::BadArgument);
}

void TestFlowClasses::theDialogMakesChanges()
{
    testing::FlowWindow flow(1);
    QVERIFY(!flow.action("classes")->isEnabled());
    QVERIFY(flow.makeProject());
    const auto &classes = flow.session().project().contents().classes;
    bool done = false;
    whileOpen(&flow.window(), [&] {
        auto *table = flow.part<QTableWidget>("classTable");
        const auto add = [&](const char *name, int kind) {
            flow.part<QLineEdit>("className")->setText(QLatin1String(name));
            flow.part<QComboBox>("classKind")->setCurrentIndex(kind);
            QTest::mouseClick(flow.part<QWidget>("addClass"), Qt::LeftButton);
        };
        add("scratch", 0);
        add("water stain", 1);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(classes.size(), std::size_t{2});
        QTest::mouseClick(flow.part<QWidget>("classUp"), Qt::LeftButton); // what was added is selected
        QCOMPARE(flow.session().project().classes().front().name, std::string("water stain"));
        add("scratch", 0);
        QVERIFY(flow.part<QLabel>("classProblem")->isVisible());
        QCOMPARE(classes.size(), std::size_t{2});
        table->selectRow(1);
        QTest::mouseClick(flow.part<QWidget>("removeClass"), Qt::LeftButton);
        QCOMPARE(classes.size(), std::size_t{1});
        QCOMPARE(classes.front().kind, ClassKind::Impurity);
        done = true;
        flow.part<QDialog>("classDialog")->reject();
    });
    flow.action("classes")->trigger();
    QVERIFY(done);
    for (int i = 0; i < 4; ++i)
        flow.action("undo")->trigger();
    QVERIFY(classes.empty());
    QVERIFY(flow.session().project().project().verify({})->good());
}

void TestFlowClasses::aKeyMakesAClass()
{
    testing::FlowWindow flow(1);
    QVERIFY(flow.makeProject());
    QVERIFY(flow.score());
    QTRY_COMPARE(flow.part<QTableView>("regionTable")->model()->rowCount(), 2);
    QVERIFY(!flow.action("newClass")->isEnabled());
    flow.click({100, 100});
    whileOpen(&flow.window(), [&] {
        auto *dialog = flow.part<QInputDialog>("");
        dialog->setTextValue(QStringLiteral("crack"));
        dialog->accept();
    });
    flow.press(Qt::Key_C);
    const ProjectContents &contents = flow.session().project().contents();
    QCOMPARE(contents.classes.size(), std::size_t{1});
    QCOMPARE(contents.labels.size(), std::size_t{1});
    QCOMPARE(contents.labels.front().className, std::string("crack"));
    QVERIFY(contents.labels.front().mask.contains({100, 100}));
}

QTEST_MAIN(TestFlowClasses)
#include "tst_flow_classes.moc"
