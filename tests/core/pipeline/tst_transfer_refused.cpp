#include "core/pipeline/checkpoint.h"
#include "tests/core/pipeline/transfer_folder.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>

using namespace patina;

/// Initial models that a run cannot start from, and what is noticed of those it can.
class TestTransferRefused : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anotherStartIsRefusedByName();
    void otherSpacesAreRefused_data();
    void otherSpacesAreRefused();
    void fullBankIsRefused();
    void sameImagesAreNoticed();
    void missingInitialModelIsNamed();

private:
    std::filesystem::path file(const char *name) const { return m_folder.file(name); }
    TrainRequest request(std::int64_t bankSize, const KeepRule &keep) const { return m_folder.request(bankSize, keep); }
    void save(const char *name, const TrainRequest &request) const
    {
        const std::string problem = m_folder.save(name, request);
        QVERIFY2(problem.empty(), problem.c_str());
    }

    TransferFolder m_folder;
};

void TestTransferRefused::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
}

void TestTransferRefused::anotherStartIsRefusedByName()
{
    TrainRequest run = request(110, {KeepPolicy::Append, 0});
    run.checkpointFolder = file("checkpoint");
    QVERIFY(train(run, {}));
    run.resume = true;
    run.keep = {KeepPolicy::Quota, 20};
    auto refused = train(run, {});
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.find("keep append there, quota:20 here") != std::string::npos,
             refused.error().detail.c_str());
    save("another.patina", m_folder.firstRequest(81));
    run.keep = {KeepPolicy::Append, 0};
    run.initialModel = file("another.patina");
    refused = train(run, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::VersionMismatch);
    QVERIFY2(refused.error().detail.find("initial model") != std::string::npos, refused.error().detail.c_str());
    run.initialModel.clear();
    QVERIFY(!train(run, {}));
    removeCheckpoint(run.checkpointFolder);
}

void TestTransferRefused::otherSpacesAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("scale") << "scale"
                           << "its scale is 1, that of this run 0.5; give --scale 1";
    QTest::newRow("layers") << "layers"
                            << "give --layers ";
    QTest::newRow("projection") << "projection"
                                << "its projection is 0, that of this run 6; leave --projection out";
    QTest::newRow("backbone") << "backbone"
                              << "SHA-256 of the backbone";
    QTest::newRow("bit depth") << "bit depth"
                               << "its bit depth is 8, that of this run 16; train without --init";
}

void TestTransferRefused::otherSpacesAreRefused()
{
    QFETCH(const QString, what);
    QFETCH(const QString, says);
    TrainRequest run = request(110, {});
    if (what == "scale")
        run.scale = 0.5;
    if (what == "layers")
        run.layers = {loadModel(run.initialModel)->info.layers.front()};
    if (what == "projection")
        run.projectionDim = 6;
    if (what == "backbone") {
        Backbone other = makeTinyBackbone(6);
        QVERIFY(saveBackbone(other, file("other-home")));
        run.backboneFolder = file("other-home");
    }
    if (what == "bit depth") {
        std::filesystem::create_directory(file("deep"));
        for (int i = 0; i < 7; ++i) {
            cv::Mat deep;
            madePart(i).convertTo(deep, CV_16UC3, 16.0);
            QVERIFY(cv::imwrite((file("deep") / (std::to_string(i) + ".png")).string(), deep));
        }
        run.dataset = *openDataset(file("deep"));
    }
    const auto refused = train(run, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::VersionMismatch);
    QVERIFY2(refused.error().detail.find(says.toStdString()) != std::string::npos, refused.error().detail.c_str());
    QVERIFY(refused.error().detail.find("initial.patina") != std::string::npos);
}

void TestTransferRefused::fullBankIsRefused()
{
    const auto refused = train(request(80, {KeepPolicy::Append, 0}), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QVERIFY(refused.error().detail.find("--keep reduce") != std::string::npos);
}

void TestTransferRefused::sameImagesAreNoticed()
{
    Notices notices;
    TrainRequest run = m_folder.firstRequest(120);
    run.initialModel = file("initial.patina");
    QVERIFY(train(run, notices.context()));
    QVERIFY(notices.contain("the 8 training images have the names of images that the initial bank was trained on"));
    // The same file names in another data set are other images.
    Notices none;
    QVERIFY(train(request(120, {}), none.context()));
    QVERIFY(!none.contain("initial bank"));
}

void TestTransferRefused::missingInitialModelIsNamed()
{
    TrainRequest run = request(120, {});
    run.initialModel = file("none.patina");
    const auto model = train(run, {});
    QVERIFY(!model);
    QVERIFY(model.error().detail.find("none.patina") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestTransferRefused)
#include "tst_transfer_refused.moc"
