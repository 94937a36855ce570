#include "core/studies/study_folder.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace patina;
namespace fs = std::filesystem;

namespace {

StudyPlan planOf(const char *kind, const fs::path &folder)
{
    StudyPlan plan;
    plan.kind = kind;
    plan.datasets.resize(1);
    plan.datasets[0].dataset.root = folder;
    return plan;
}

void write(const fs::path &file, const char *text)
{
    std::ofstream(file) << text;
}

} // namespace

class TestStudyFolder : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void theSameStudyGoesOn();
    void anotherStudyIsRefused();
    void aStudyThatLeftNothingIsInNobodysWay();
    void reportsWithoutANote();
    void oneProcessAtATime();
    void namesThatAreNoUtf8();

private:
    fs::path path(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }
    /// Empty: it was taken, and is free again.
    std::string refusal(const StudyPlan &plan, const char *digest) const
    {
        const auto taken = StudyFolder::take(path("out"), plan, {{digest, {}}});
        return taken ? std::string() : taken.error().detail;
    }
    void report(const char *text) const { write(path("out") / "study.json", text); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStudyFolder::theSameStudyGoesOn()
{
    QCOMPARE(refusal(planOf("policy", path("parts")), "one"), std::string());
    report(R"({"study":"policy"})");
    for (const auto &[folder, digest] : {std::pair("parts", "one"), {"parts/", "mended"}, {"moved", "mended"}})
        QCOMPARE(refusal(planOf("policy", path(folder)), digest), std::string());
    QVERIFY(fs::is_directory(path("out/models")) && fs::is_directory(path("out/runs")));
    QVERIFY(!fs::exists(path("out/study-lock")));
}

void TestStudyFolder::anotherStudyIsRefused()
{
    QCOMPARE(refusal(planOf("policy", path("parts")), "one"), std::string());
    for (const bool withReport : {false, true}) {
        if (withReport)
            report(R"({"study":"policy"})");
        else
            write(path("out/runs/a.json"), "{}");
        const std::string kind = refusal(planOf("bank-size", path("parts")), "one");
        QVERIFY2(kind.find("holds the study policy of " + path("parts").string()) != std::string::npos, kind.c_str());
        QVERIFY2(kind.find("study bank-size of") != std::string::npos, kind.c_str());
        QVERIFY2(kind.find("name another folder") != std::string::npos, kind.c_str());
        const std::string data = refusal(planOf("policy", path("others")), "two");
        QVERIFY2(data.find("study policy of " + path("others").string()) != std::string::npos, data.c_str());
        fs::remove(path("out/runs/a.json"));
    }
    StudyPlan two = planOf("policy", path("parts"));
    two.datasets.resize(2);
    two.datasets[1].dataset.root = path("others");
    QVERIFY(!StudyFolder::take(path("out"), two, {{"one", {}}, {"two", {}}}));
    QCOMPARE(refusal(planOf("policy", path("parts")), "one"), std::string()); // none of them has changed anything
}

void TestStudyFolder::aStudyThatLeftNothingIsInNobodysWay()
{
    QCOMPARE(refusal(planOf("policy", path("wrong")), "one"), std::string());
    QCOMPARE(refusal(planOf("policy", path("parts")), "two"), std::string());
}

void TestStudyFolder::reportsWithoutANote()
{
    fs::create_directory(path("out"));
    report(R"({"study":"policy","seeds":5})");
    const std::string other = refusal(planOf("bank-size", path("parts")), "one");
    QVERIFY2(other.find("study.json") != std::string::npos, other.c_str());
    QCOMPARE(refusal(planOf("policy", path("parts")), "one"), std::string());
    fs::remove_all(path("out"));
    fs::create_directory(path("out"));
    write(path("out/study.md"), "notes of mine");
    const std::string own = refusal(planOf("policy", path("parts")), "one");
    QVERIFY2(own.find("study.md") != std::string::npos, own.c_str());
}

void TestStudyFolder::oneProcessAtATime()
{
    const StudyPlan plan = planOf("policy", path("parts"));
    {
        const auto first = StudyFolder::take(path("out"), plan, {{"one", {}}});
        QVERIFY(first);
        const std::string second = refusal(plan, "one");
        QVERIFY2(second.find("another study is running in the folder") != std::string::npos, second.c_str());
    }
    QCOMPARE(refusal(plan, "one"), std::string());
}

void TestStudyFolder::namesThatAreNoUtf8()
{
    const StudyPlan plan = planOf("policy", path("p\xE4rts"));
    QCOMPARE(refusal(plan, "one"), std::string());
    report(R"({"study":"policy"})");
    QCOMPARE(refusal(plan, "other"), std::string());
    QVERIFY(refusal(planOf("policy", path("parts")), "third") != std::string());
}

QTEST_GUILESS_MAIN(TestStudyFolder)
#include "tst_study_folder.moc"
