#include "core/base/sha256.h"
#include "core/studies/exemplar_paths.h"
#include "tests/core/dataset/sample_folder.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace patina;
using nlohmann::json;

/// Real images that nothing is compared with.
class TestExemplarPaths : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void photosThatNobodyTookStay();
    void allPhotosWhereAnImageDoesNotSay();
    void texturesAreLikeAll();
    void otherSurfacesAreLikeNone();
    void partsStayTogether();
    void withoutAManifestItIsSaid();
    void aManifestThatCannotBeRead();

private:
    std::string nameOf(int i) const { return std::to_string(i) + ".png"; }
    std::filesystem::path real(int i) const { return m_real->path() / nameOf(i); }
    /// \param like photos that images were made on; -1: it does not say.
    void write(const char *surface, const char *base, const std::vector<int> &like) const;
    std::set<int> found(const JobContext &context = {}) const;

    std::unique_ptr<SampleFolder> m_real;
    std::unique_ptr<SampleFolder> m_made;
    Dataset m_dataset;
};

void TestExemplarPaths::init()
{
    m_real = std::make_unique<SampleFolder>();
    m_made = std::make_unique<SampleFolder>();
    m_dataset = {};
    for (int i = 0; i < 6; ++i) {
        m_real->image(nameOf(i), i);
        ImageRecord record;
        record.id = nameOf(i);
        record.path = real(i);
        record.group = record.id;
        m_dataset.images.push_back(record);
    }
}

/// Photos 0 to 3 are named.
void TestExemplarPaths::write(const char *surface, const char *base, const std::vector<int> &like) const
{
    json manifest{{"spec",
                   {{"format", "patina-synthesis"},
                    {"formatVersion", 2},
                    {"surface", surface},
                    {"exemplar", {{"base", base}, {"images", json::array()}}}}},
                  {"images", json::array()}};
    for (int i = 0; i < 4; ++i)
        manifest["spec"]["exemplar"]["images"].push_back({{"path", nameOf(i)}, {"sha256", *sha256OfFile(real(i), {})}});
    for (const int i : like) {
        json image{{"path", "train/good/a.png"}, {"surface", {{"model", "exemplar"}}}};
        if (i >= 0)
            image["surface"]["like"] = nameOf(i);
        manifest["images"].push_back(image);
    }
    m_made->text("manifest.json", manifest.dump());
}

std::set<int> TestExemplarPaths::found(const JobContext &context) const
{
    Dataset made;
    made.root = m_made->path();
    const auto paths = pathsOfExemplars(m_dataset, {{"made", made}}, context);
    if (!paths) {
        qWarning("%s", paths.error().detail.c_str());
        return {-1};
    }
    std::set<int> places;
    for (int i = 0; i < 6; ++i)
        if (paths->contains(real(i)))
            places.insert(i);
    return places;
}

void TestExemplarPaths::photosThatNobodyTookStay()
{
    write("exemplar", "photo", {2, 0, 2});
    QCOMPARE(found(), (std::set{0, 2}));
}

void TestExemplarPaths::allPhotosWhereAnImageDoesNotSay()
{
    write("exemplar", "photo", {2, -1});
    QCOMPARE(found(), (std::set{0, 1, 2, 3}));
    write("exemplar", "photo", {}); // not finished
    QCOMPARE(found(), (std::set{0, 1, 2, 3}));
    write("exemplar", "photo", {5}); // not one that is named
    QCOMPARE(found(), (std::set{0, 1, 2, 3}));
}

void TestExemplarPaths::texturesAreLikeAll()
{
    write("exemplar", "texture", {2, 0});
    QCOMPARE(found(), (std::set{0, 1, 2, 3}));
}

void TestExemplarPaths::otherSurfacesAreLikeNone()
{
    write("brushed", "photo", {2, 0});
    QCOMPARE(found(), std::set<int>());
}

/// Another photo of a part that a made one is like proves as little.
void TestExemplarPaths::partsStayTogether()
{
    m_dataset.images[2].group = m_dataset.images[5].group = "part";
    write("exemplar", "photo", {2});
    QCOMPARE(found(), (std::set{2, 5}));
}

void TestExemplarPaths::withoutAManifestItIsSaid()
{
    std::string said;
    QCOMPARE(found(JobContext(nullptr, {}, [&](const std::string &sentence) { said += sentence; })), std::set<int>());
    QVERIFY2(said.find("has no manifest.json") != std::string::npos, said.c_str());
}

void TestExemplarPaths::aManifestThatCannotBeRead()
{
    m_made->text("manifest.json", "{");
    Dataset made;
    made.root = m_made->path();
    const auto paths = pathsOfExemplars(m_dataset, {{"made", made}}, {});
    QVERIFY(!paths);
    QVERIFY2(paths.error().detail.find("manifest.json") != std::string::npos, paths.error().detail.c_str());
}

QTEST_GUILESS_MAIN(TestExemplarPaths)
#include "tst_exemplar_paths.moc"
