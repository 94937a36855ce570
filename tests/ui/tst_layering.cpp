#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// The architecture's rules of who may include what, checked on the source tree.
class TestLayering : public QObject
{
    Q_OBJECT
private slots:
    void coreKnowsNoQt();
    void headersKeepEnginesOut();
    void uiKnowsNoEngine();
    void modelsAndDocumentKnowNoWidgets();
    void chartsAloneKnowTheirLibrary();
    void coreAndUiShareNoName();
    void filesStaySmall();
    void theScannerFindsWhatItLooksFor();
};

namespace {

struct Include
{
    QString file;
    int line;
    QString header;
};

QStringList sources(const QStringList &folders, const QStringList &patterns)
{
    QStringList files;
    for (const QString &folder : folders) {
        QDirIterator found(QStringLiteral(PATINA_SOURCE_DIR "/") + folder, patterns, QDir::Files,
                           QDirIterator::Subdirectories);
        while (found.hasNext())
            files << found.next();
    }
    return files;
}

QList<Include> includesIn(const QString &file, const QStringList &lines)
{
    static const QRegularExpression directive(QStringLiteral(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"));
    QList<Include> found;
    for (int i = 0; i < lines.size(); ++i)
        if (const auto match = directive.match(lines[i]); match.hasMatch())
            found << Include{file, i + 1, match.captured(1)};
    return found;
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')) : QStringList();
}

/// Includes that match, as "file:line includes header".
QStringList offenders(const QStringList &files, const QString &forbidden)
{
    const QRegularExpression pattern(forbidden);
    QStringList found;
    for (const QString &file : files)
        for (const Include &include : includesIn(file, linesOf(file)))
            if (pattern.match(include.header).hasMatch())
                found << QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.header);
    return found;
}

const QString kQt = QStringLiteral(R"(^(Q[A-Z]|Qt|qt[A-Z]))");
const QString kEngines = QStringLiteral(R"(^(torch|ATen|c10|faiss)/)");
const QString kWidgets = QStringLiteral(
    R"(^(QtWidgets|QWidget|QApplication|QMainWindow|QDialog|QFrame|QLabel|Q(?!TextLayout$)\w*(View|Widget|Button|Layout|Slider|Dialog|Delegate|Box|Bar)$|ui/(panels|dialogs|charts|main_window|actions|look|canvas/(canvas|legend_bar))))");

const QString kPlot = QStringLiteral(R"(qcustomplot)");

void expectNone(const QStringList &found)
{
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

} // namespace

void TestLayering::coreKnowsNoQt()
{
    const QStringList files = sources({"core", "app/cli"}, {"*.h", "*.cpp"});
    QVERIFY(files.size() > 20);
    expectNone(offenders(files, kQt + QStringLiteral("|^ui/")));
}

void TestLayering::headersKeepEnginesOut()
{
    const QStringList all = sources({"core"}, {"*.h"});
    QVERIFY(all.size() > 10);
    expectNone(offenders(all, kEngines));
}

void TestLayering::uiKnowsNoEngine()
{
    const QStringList files = sources({"ui", "app"}, {"*.h", "*.cpp"});
    QVERIFY(files.size() > 20);
    expectNone(offenders(files, kEngines));
}

void TestLayering::modelsAndDocumentKnowNoWidgets()
{
    const QStringList files = sources({"ui/models", "ui/document", "ui/report"}, {"*.h", "*.cpp"});
    QVERIFY(files.size() >= 4);
    expectNone(offenders(files, kWidgets));
}

/// It takes long to compile and does not stand Qt's usual switches: in few files, and never by way of a header.
void TestLayering::chartsAloneKnowTheirLibrary()
{
    const QStringList folders{"core", "ui", "app", "tests", "benchmarks"};
    expectNone(offenders(sources(folders, {"*.h"}), kPlot));
    QStringList found = offenders(sources(folders, {"*.cpp"}), kPlot);
    QVERIFY(!found.isEmpty());
    found.removeIf(
        [](const QString &line) { return line.startsWith(QStringLiteral(PATINA_SOURCE_DIR "/ui/charts/")); });
    expectNone(found);
}

/// Two types of one name in one program: the linker keeps the destructor of one of them for both.
void TestLayering::coreAndUiShareNoName()
{
    const auto names = [](const QString &folder) {
        static const QRegularExpression space(QStringLiteral(R"(^namespace ([\w:]+) \{)"));
        static const QRegularExpression type(
            QStringLiteral(R"(^(?:struct|class|enum class) (\w+)(?: *:[^;]*)?( *\{)?$)"));
        QMap<QString, QString> found;
        for (const QString &file : sources({folder}, {"*.h"})) {
            QString within;
            for (const QString &line : linesOf(file)) {
                if (const auto match = space.match(line); match.hasMatch())
                    within = match.captured(1);
                else if (const auto named = type.match(line); named.hasMatch())
                    found.insert(within + QStringLiteral("::") + named.captured(1), file);
            }
        }
        return found;
    };
    const auto core = names(QStringLiteral("core"));
    const auto ui = names(QStringLiteral("ui"));
    QVERIFY(core.contains("patina::StudyResults") && ui.contains("patina::ChartSeries"));
    QStringList found;
    for (auto one = ui.begin(); one != ui.end(); ++one)
        if (core.contains(one.key()))
            found << QStringLiteral("%1 is in %2 and %3").arg(one.key(), one.value(), core.value(one.key()));
    expectNone(found);
}

void TestLayering::filesStaySmall()
{
    QStringList found;
    for (const QString &file : sources({"core", "ui", "app"}, {"*.h", "*.cpp"}))
        if (const auto lines = linesOf(file).size() - 1; lines > 500)
            found << QStringLiteral("%1 has %2 lines").arg(file).arg(lines);
    expectNone(found);
}

/// A scan that never finds anything would pass everything.
void TestLayering::theScannerFindsWhatItLooksFor()
{
    const auto hit = [](const QString &line, const QString &forbidden) {
        const auto found = includesIn(QStringLiteral("x.h"), {line});
        return found.size() == 1 && QRegularExpression(forbidden).match(found.first().header).hasMatch();
    };
    QVERIFY(hit(QStringLiteral("#include <QString>"), kQt));
    QVERIFY(hit(QStringLiteral("  # include <QtCore/qglobal.h>"), kQt));
    QVERIFY(hit(QStringLiteral("#include <torch/script.h>"), kEngines));
    QVERIFY(hit(QStringLiteral("#include \"faiss/IndexFlat.h\""), kEngines));
    for (const auto *widget :
         {"QListView", "QWidget", "QStyledItemDelegate", "QPushButton", "QVBoxLayout", "QMessageBox"})
        QVERIFY2(hit(QStringLiteral("#include <%1>").arg(QLatin1String(widget)), kWidgets), widget);
    QVERIFY(hit(QStringLiteral("#include \"ui/canvas/canvas.h\""), kWidgets));
    QVERIFY(hit(QStringLiteral("#include <qcustomplot.h>"), kPlot));
    QVERIFY(!hit(QStringLiteral("#include <QAbstractListModel>"), kWidgets));
    QVERIFY(!hit(QStringLiteral("#include <opencv2/core.hpp>"), kQt));
}

QTEST_APPLESS_MAIN(TestLayering)
#include "tst_layering.moc"
