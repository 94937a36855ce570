#include "core/pipeline/excluded_regions.h"
#include "core/pipeline/suspect_list.h"
#include "tests/core/pipeline/training_folder.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace patina;

/// Images and regions that are kept out of the bank.
class TestExcludedRegions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void badListsAreRefused_data();
    void badListsAreRefused();
    void wholeImagesAreInNoPartOfTheSplit();
    void patchesOfARectangleAreLeftOut();
    void listsOfSuspectsAreTakenAsTheyAre();
    void rectanglesFollowTheScale();
    void outlinedRegionsAreLeftOutByKind();
    void withoutAnyNothingIsLeftOut();

private:
    std::filesystem::path list(const char *text) const;
    ExcludedRegions read(const char *text) const
    {
        return ExcludedRegions::read(list(text), {}, m_folder.dataset()).value();
    }

    TrainingFolder m_folder; ///< ten parts of 128x96
};

void TestExcludedRegions::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
}

std::filesystem::path TestExcludedRegions::list(const char *text) const
{
    QFile file(QString::fromStdString(m_folder.file("list.csv").string()));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return m_folder.file("list.csv");
}

void TestExcludedRegions::badListsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no column") << QByteArray("name\n3.png\n") << QByteArray("image");
    QTest::newRow("unknown image") << QByteArray("image\n3.png\n33.png\n")
                                   << QByteArray("line 3: there is no image 33.png");
    QTest::newRow("half a rectangle") << QByteArray("image,x,y\n3.png,4,5\n")
                                      << QByteArray("width and height are all needed");
    QTest::newRow("no number") << QByteArray("image,x,y,width,height\n3.png,4,5,a,7\n") << QByteArray("'a'");
    QTest::newRow("negative") << QByteArray("image,x,y,width,height\n3.png,-4,5,6,7\n") << QByteArray("'-4'");
}

void TestExcludedRegions::badListsAreRefused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, said);
    const auto refused = ExcludedRegions::read(list(text.constData()), {}, m_folder.dataset());
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.find(said.toStdString()) != std::string::npos, refused.error().detail.c_str());
    QVERIFY(!ExcludedRegions::read(m_folder.file("none.csv"), {}, m_folder.dataset()));
}

void TestExcludedRegions::wholeImagesAreInNoPartOfTheSplit()
{
    TrainRequest request = m_folder.request(150);
    request.excludeList = list("image\n3.png\n5.png\n");
    Notices notices;
    const Model model = train(request, notices.context()).value();
    QVERIFY(notices.contain("2 whole images, 0 regions of 0 images"));
    QCOMPARE(model.info.images.size() + model.info.heldOutImages.size(), std::size_t{8});
    for (const auto *images : {&model.info.images, &model.info.heldOutImages})
        for (const char *id : {"3.png", "5.png"})
            QVERIFY(std::ranges::find(*images, id) == images->end());
    request.excludeList = list("image\n0.png\n1.png\n2.png\n3.png\n4.png\n5.png\n6.png\n7.png\n8.png\n9.png\n");
    QCOMPARE(train(request, {}).error().code, ErrorCode::NotFound);
}

void TestExcludedRegions::patchesOfARectangleAreLeftOut()
{
    const PatchGrid grid{12, 16, 8};
    const auto kept = read("image,x,y,width,height\n3.png,40,24,8,8\n")
                          .patchesKept(m_folder.dataset().images[3], {}, {128, 96}, {128, 96}, grid)
                          .value();
    QCOMPARE(kept.size(), std::size_t{192});
    // The cell 5,3 and the eight around it.
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column)
            QCOMPARE(kept[static_cast<std::size_t>(row * 16 + column)] == 0,
                     column >= 4 && column <= 6 && row >= 2 && row <= 4);
}

void TestExcludedRegions::listsOfSuspectsAreTakenAsTheyAre()
{
    const Dataset dataset = m_folder.dataset();
    const std::string image = dataset.images.front().id;
    const std::vector<SuspectRegion> suspects{{image, {8, 16, 24, 32}, 2.5, 3}, {image, {64, 0, 8, 8}, 1.25, 0}};
    QVERIFY(writeSuspectList(suspects, m_folder.file("suspects.csv")));
    const auto excluded = ExcludedRegions::read(m_folder.file("suspects.csv"), {}, dataset);
    QVERIFY2(excluded, excluded ? "" : excluded.error().detail.c_str());
    QVERIFY(excluded->touches(dataset.images.front(), {}));
    QVERIFY(!excluded->touches(dataset.images.back(), {}));
    const auto refused = writeSuspectList(suspects, m_folder.file("no/such/list.csv"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WriteFailed);
}

void TestExcludedRegions::rectanglesFollowTheScale()
{
    const auto kept = read("image,x,y,width,height\n3.png,96,0,1000,4\n")
                          .patchesKept(m_folder.dataset().images[3], {}, {128, 96}, {64, 48}, {6, 8, 8})
                          .value();
    QCOMPARE(std::ranges::count(kept, 0), 3 * 2);
    QCOMPARE(int{kept[5]}, 0);
    QCOMPARE(int{kept[4]}, 1);
}

void TestExcludedRegions::outlinedRegionsAreLeftOutByKind()
{
    const auto path = m_folder.file("mask.png");
    cv::Mat mask = cv::Mat::zeros(96, 128, CV_8UC1);
    mask.at<unsigned char>(50, 60) = 255;
    QVERIFY(cv::imwrite(path.string(), mask));
    ImageRecord record = m_folder.dataset().images[2];
    record.masks.push_back({path, "stain"});
    const std::vector<LabelClass> classes{{"stain", ClassKind::Impurity}};
    const auto keptWith = [&](std::set<ClassKind> kinds, const ImageRecord &image) {
        return ExcludedRegions::read({}, std::move(kinds), m_folder.dataset())
            .value()
            .patchesKept(image, classes, {128, 96}, {128, 96}, {12, 16, 8});
    };
    QVERIFY(keptWith({ClassKind::Defect, ClassKind::Ambiguous}, record).value().empty());
    QCOMPARE(std::ranges::count(keptWith({ClassKind::Impurity}, record).value(), 0), 9);
    record.masks.front().path = m_folder.file("none.png");
    QVERIFY(!keptWith({ClassKind::Impurity}, record));
}

void TestExcludedRegions::withoutAnyNothingIsLeftOut()
{
    const ExcludedRegions nothing = ExcludedRegions::read({}, {ClassKind::Defect}, m_folder.dataset()).value();
    QVERIFY(nothing.digest().empty());
    QVERIFY(!nothing.wholeImage(m_folder.dataset().images[0]));
    QVERIFY(nothing.patchesKept(m_folder.dataset().images[0], {}, {128, 96}, {128, 96}, {12, 16, 8}).value().empty());
    QVERIFY(!read("image\n3.png\n").digest().empty());
    QVERIFY(read("image\n3.png\n").digest() != read("image,x,y,width,height\n3.png,1,2,3,4\n").digest());
}

QTEST_GUILESS_MAIN(TestExcludedRegions)
#include "tst_excluded_regions.moc"
