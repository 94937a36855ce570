#pragma once

#include "tests/flow/flow_window.h"
#include "ui/document/project_models.h"

#include <QTemporaryDir>

#include <optional>

namespace patina::testing {

/// A folder of four parts, and models one.patina and two.patina with a bank of two images, in the real window.
class BankWindow
{
public:
    BankWindow()
    {
        if (!QDir(m_folder.path()).mkdir("parts"))
            qFatal("no folder for the test");
        for (int i = 0; i < 4; ++i)
            writePart(m_folder.filePath(QStringLiteral("parts/part%1.bmp").arg(i)), i);
        ModelInfo info;
        info.images = {"part0.bmp", "part1.bmp"};
        info.versions = {{"parts", {}, 2, "training"}};
        info.bankRows = 10;
        info.supportRule = "auto";
        info.suspects = {{"part1.bmp", {80, 80, 40, 40}, 2.5, 3}, {"gone.bmp", {0, 0, 8, 8}, 1.5, 0}};
        behaviour->models["one.patina"] = info;
        info.bankRows = 20;
        behaviour->models["two.patina"] = info;
        behaviour->rowsOfImages = {4, 6};
        start();
    }

    /// Closes the window, if there is one, and opens another one.
    void start()
    {
        m_flow.reset();
        m_flow.emplace(QString(), behaviour);
    }
    FlowWindow &flow() { return *m_flow; }
    Session &session() const { return *m_flow->session; }
    ProjectDocument &project() const { return m_flow->project(); }
    QString at(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    bool settled() const { return session().idle() && !session().keeper().running(); }
    /// Its hash, which is its file's name; empty: none is open.
    std::string openModel() const { return m_flow->document().hasModel() ? m_flow->document().model().hash : ""; }
    std::string inUse() const { return modelInUse(project().contents()); }
    bool makeProject(const char *file)
    {
        session().createProject(at("parts"), at(file));
        return QTest::qWaitFor(
            [&] { return project().isOpen() && project().project().file() == at(file).toStdString() && settled(); });
    }
    /// A project whose first version is one.patina and whose second is two.patina, all images scored with both.
    bool makeVersions()
    {
        if (!makeProject("p.patinaproj"))
            return false;
        for (const char *name : {"one.patina", "two.patina"}) {
            const ProjectModel model{name, project().project().storedPath(at(name).toStdString()),
                                     std::string("2026-01-01T00:00:0") + (name[0] == 'o' ? "1Z" : "2Z")};
            if (!project().change({"train a model", editsToUse(project().contents(), model)}))
                return false;
            session().openModel(at(name));
            if (!QTest::qWaitFor([&] { return openModel() == name; }))
                return false;
            session().scoreAll();
            if (!QTest::qWaitFor([&] { return m_flow->document().counts().scored == 4 && settled(); }))
                return false;
        }
        return true;
    }

    std::shared_ptr<FakeBehaviour> behaviour = std::make_shared<FakeBehaviour>();

private:
    QTemporaryDir m_folder;
    std::optional<FlowWindow> m_flow;
};

} // namespace patina::testing
