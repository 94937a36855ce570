#include "core/base/number_conversion.h"
#include "core/base/read_file.h"
#include "core/base/safetensors.h"
#include "core/base/sha256.h"
#include "core/base/strict_json.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <atomic>
#include <cmath>
#include <csignal>
#include <cstring>
#include <fstream>
#include <limits>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace patina;

namespace {

std::filesystem::path inFolder(const QTemporaryDir &folder, const char *name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

/// Not synced, and removed before: some file systems flush a file that is cut and written anew.
void writeBytes(const std::filesystem::path &path, std::string_view bytes)
{
    std::filesystem::remove(path);
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A file as a stranger might write it: any header text, any announced length, any data.
std::string fileOf(std::string_view header, std::string_view data, std::uint64_t announced)
{
    std::string bytes(sizeof announced, '\0');
    std::memcpy(bytes.data(), &announced, sizeof announced);
    return bytes.append(header).append(data);
}

std::string fileOf(std::string_view header, std::string_view data)
{
    return fileOf(header, data, header.size());
}

TensorArchive smallArchive()
{
    TensorArchive archive;
    const std::vector<float> values{1.5F, -2.0F, 0.0F, std::numeric_limits<float>::infinity(), 1e-40F, 6.0F};
    archive.tensors["b.weight"] = makeTensor({2, 3}, values);
    archive.tensors["a"] = StoredTensor{TensorType::UInt8, {3}, {1, 2, 255}};
    archive.tensors["empty"] = StoredTensor{TensorType::Int32, {0, 7}, {}};
    archive.tensors["scalar"] = StoredTensor{TensorType::Int64, {}, {1, 0, 0, 0, 0, 0, 0, 128}};
    archive.metadata["patina"] = "{\"name\":\"Gr\u00fcn \\\"1\\\"\"}";
    return archive;
}

TensorArchive arbitraryArchive()
{
    TensorArchive archive;
    const int count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        StoredTensor tensor;
        tensor.type = *rc::gen::element(TensorType::Float32, TensorType::Int32, TensorType::Int64, TensorType::UInt8);
        tensor.shape = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 5));
        tensor.shape.resize(std::min<std::size_t>(tensor.shape.size(), 4));
        const auto bytes = static_cast<std::size_t>(tensor.count()) * tensorTypeBytes(tensor.type);
        tensor.bytes = *rc::gen::container<std::vector<std::uint8_t>>(bytes, rc::gen::arbitrary<std::uint8_t>());
        archive.tensors["n" + std::to_string(*rc::gen::inRange(0, 100))] = tensor;
    }
    return archive;
}

Result<TensorArchive> readBytes(const std::filesystem::path &path, std::string_view bytes)
{
    writeBytes(path, bytes);
    return readSafetensors(path);
}

} // namespace

class TestBaseSafetensors : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void writeThenReadIsIdentity();
    void anyArchiveSurvivesTheRoundTrip();
    void sameArchiveGivesSameBytes();
    void headerIsPaddedAndAligned();
    void headerAloneSaysWhereTensorsLie();
    void foreignFileIsRead();
    void wideAndNarrowFloatsAreConverted();
    void halfConversionIsExact();
    void hostileHeaders_data();
    void hostileHeaders();
    void piecesAreOneTensor();
    void matricesAreReadApart();
    void everyTruncationIsRefused();
    void flippedBitsNeverCrash();
    void limitsAreKept();
    void foldersAndPipesAreRefused();
    void unstorableArchivesAreRefused();
    void fullDiskLeavesTheOldFile();
    void cancelledWritingLeavesTheOldFile();
    void readingIsCancelled();
    void hashSeesNamesShapesAndBytes();
    void hashOfWhatIsNoFileIsRefused();
    void strictJson_data();
    void strictJson();
    void longJsonTakesNoLongerPerByte();

private:
    QTemporaryDir m_folder;
};

void TestBaseSafetensors::writeThenReadIsIdentity()
{
    const auto path = inFolder(m_folder, "small.safetensors");
    QVERIFY(writeSafetensors(path, smallArchive()));
    const auto read = readSafetensors(path);
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QVERIFY(*read == smallArchive());
}

void TestBaseSafetensors::anyArchiveSurvivesTheRoundTrip()
{
    const auto path = inFolder(m_folder, "any.safetensors");
    QVERIFY(rc::check("write then read is identity", [&] {
        const TensorArchive archive = arbitraryArchive();
        RC_ASSERT(writeSafetensors(path, archive).has_value());
        const auto read = readSafetensors(path);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == archive);
    }));
}

void TestBaseSafetensors::sameArchiveGivesSameBytes()
{
    const auto first = inFolder(m_folder, "first");
    const auto second = inFolder(m_folder, "second");
    QVERIFY(writeSafetensors(first, smallArchive()));
    QVERIFY(writeSafetensors(second, *readSafetensors(first)));
    QCOMPARE(*readTextFile(first, 10000), *readTextFile(second, 10000));
}

void TestBaseSafetensors::headerIsPaddedAndAligned()
{
    const auto path = inFolder(m_folder, "padded");
    for (const char *text : {"", "x", "xx", "xxx", "xxxxxxx"}) {
        TensorArchive archive = smallArchive();
        archive.metadata["k"] = text;
        QVERIFY(writeSafetensors(path, archive));
        QCOMPARE(readSafetensorsHeader(path)->dataOffset % 8, 0);
    }
}

void TestBaseSafetensors::headerAloneSaysWhereTensorsLie()
{
    const auto path = inFolder(m_folder, "header");
    QVERIFY(writeSafetensors(path, smallArchive()));
    const auto header = readSafetensorsHeader(path);
    QVERIFY(header);
    QCOMPARE(header->entries.size(), std::size_t{4});
    QCOMPARE(header->entries.at("a").begin, 0);
    QCOMPARE(header->entries.at("b.weight").begin, 3);
    QCOMPARE(header->entries.at("b.weight").end, 27);
    QCOMPARE(header->entries.at("scalar").end, 35);
    QVERIFY(header->metadata == smallArchive().metadata);
}

void TestBaseSafetensors::foreignFileIsRead()
{
    // Other order, other spacing, no metadata.
    const std::string header =
        R"( {"z": {"data_offsets":[0,4], "dtype":"F32", "shape":[1]},"a":{"shape":[2],"dtype":"U8","data_offsets":[4,6]}}   )";
    const auto read = readBytes(inFolder(m_folder, "foreign"), fileOf(header, std::string("\0\0\x80\x3f\x07\x08", 6)));
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(tensorValues(read->tensors.at("z")), std::vector<float>{1.0F});
    QVERIFY((read->tensors.at("a").bytes == std::vector<std::uint8_t>{7, 8}));
}

void TestBaseSafetensors::wideAndNarrowFloatsAreConverted()
{
    const std::string header = R"({"h":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},)"
                               R"("b":{"dtype":"BF16","shape":[1],"data_offsets":[4,6]},)"
                               R"("d":{"dtype":"F64","shape":[1],"data_offsets":[6,14]}})";
    const double wide = -0.1;
    std::string data("\x00\x3c\x00\xc0\xc0\x3f", 6);
    data.append(reinterpret_cast<const char *>(&wide), sizeof wide);
    const auto read = readBytes(inFolder(m_folder, "floats"), fileOf(header, data));
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(tensorValues(read->tensors.at("h")), (std::vector<float>{1.0F, -2.0F}));
    QCOMPARE(tensorValues(read->tensors.at("b")), std::vector<float>{1.5F});
    QCOMPARE(tensorValues(read->tensors.at("d")), std::vector<float>{-0.1F});
}

void TestBaseSafetensors::halfConversionIsExact()
{
    for (std::uint32_t bits = 0; bits < 65536; ++bits) {
        const float value = floatFromHalf(static_cast<std::uint16_t>(bits));
        const int exponent = static_cast<int>((bits >> 10U) & 31U);
        const int fraction = static_cast<int>(bits & 1023U);
        if (exponent == 31) {
            QVERIFY(fraction == 0 ? std::isinf(value) : std::isnan(value));
            QCOMPARE(std::signbit(value), (bits & 0x8000U) != 0);
            continue;
        }
        const double magnitude = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
        QCOMPARE(std::abs(static_cast<double>(value)), magnitude);
        QCOMPARE(std::signbit(value), (bits & 0x8000U) != 0);
    }
}

void TestBaseSafetensors::hostileHeaders_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const std::string &bytes, ErrorCode code, const char *says) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code) << QString(says);
    };
    const auto tensor = [](const char *dtype, const char *shape, const char *offsets) {
        return std::string(R"({"t":{"dtype":")") + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets +
               "}}";
    };
    const auto bad = ErrorCode::BadFormat;
    row("empty", "", bad, "0 bytes");
    row("seven bytes", "1234567", bad, "7 bytes");
    row("length beyond file", fileOf("{}", "", 3), bad, "announces");
    row("length 2^64-1", fileOf("{}", "", ~std::uint64_t{0}), bad, "announces");
    row("empty header", fileOf("", ""), bad, "not JSON");
    row("array", fileOf("[]", ""), bad, "not a JSON object");
    row("cut JSON", fileOf(R"({"t":)", ""), bad, "not JSON");
    row("trailing text", fileOf("{} x", ""), bad, "not JSON");
    row("bad UTF-8", fileOf("{\"\xff\":{}}", ""), bad, "not JSON");
    row("deep", fileOf(std::string(100000, '['), ""), ErrorCode::TooLarge, "deep");
    row("duplicate tensor", fileOf(R"({"t":{},"t":{}})", ""), bad, "\"t\" comes twice");
    row("duplicate field", fileOf(R"({"t":{"dtype":"U8","dtype":"U8","shape":[0],"data_offsets":[0,0]}})", ""), bad,
        "twice");
    row("metadata number", fileOf(R"({"__metadata__":{"a":1}})", ""), bad, "\"a\"");
    row("metadata list", fileOf(R"({"__metadata__":[]})", ""), bad, "__metadata__");
    row("missing field", fileOf(R"({"t":{"dtype":"U8","shape":[0]}})", ""), bad, "\"t\"");
    row("extra field", fileOf(R"({"t":{"dtype":"U8","shape":[0],"data_offsets":[0,0],"x":1}})", ""), bad, "\"t\"");
    row("unknown type", fileOf(tensor("C64", "[0]", "[0,0]"), ""), ErrorCode::Unsupported, "C64");
    row("refused type", fileOf(tensor("BOOL", "[1]", "[0,1]"), "x"), ErrorCode::Unsupported, "BOOL");
    row("negative side", fileOf(tensor("U8", "[-1]", "[0,1]"), "x"), bad, "\"t\"");
    row("fractional side", fileOf(tensor("U8", "[1.0]", "[0,1]"), "x"), bad, "\"t\"");
    row("side 2^64", fileOf(tensor("U8", "[18446744073709551616]", "[0,1]"), "x"), bad, "\"t\"");
    row("overflowing product", fileOf(tensor("F32", "[4294967296,4294967296]", "[0,0]"), ""), bad, "does not make");
    row("overflowing bytes", fileOf(tensor("I64", "[2305843009213693952]", "[0,0]"), ""), bad, "does not make");
    row("shape too large", fileOf(tensor("F32", "[2]", "[0,4]"), "1234"), bad, "does not make");
    row("odd bytes", fileOf(tensor("F32", "[1]", "[0,5]"), "12345"), bad, "does not make");
    row("offsets swapped", fileOf(tensor("U8", "[1]", "[1,0]"), "x"), bad, "ascending");
    row("three offsets", fileOf(tensor("U8", "[1]", "[0,1,1]"), "x"), bad, "\"t\"");
    row("data beyond file", fileOf(tensor("U8", "[2]", "[0,2]"), "x"), bad, "truncated");
    row("data behind", fileOf(tensor("U8", "[1]", "[0,1]"), "xy"), bad, "tensors end");
    row("hole", fileOf(tensor("U8", "[1]", "[1,2]"), "xy"), bad, "begins at");
    row("overlap",
        fileOf(
            R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})",
            "xyz"),
        bad, "begins at");
}

void TestBaseSafetensors::hostileHeaders()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, says);
    const auto read = readBytes(inFolder(m_folder, "hostile"), bytes.toStdString());
    QVERIFY(!read);
    QVERIFY2(QString::fromStdString(read.error().detail).contains(says), read.error().detail.c_str());
    QVERIFY2(read.error().detail.find("hostile: ") != std::string::npos, read.error().detail.c_str());
    QCOMPARE(static_cast<int>(read.error().code), code);
}

void TestBaseSafetensors::piecesAreOneTensor()
{
    const std::vector<float> values{1.0F, 2.0F, 3.0F, 4.0F, 5.0F, 6.0F};
    TensorArchive whole;
    whole.tensors["rows"] = makeTensor({3, 2}, values);
    ArchiveView pieces;
    const std::span<const float> all(values);
    pieces.tensors["rows"] = {TensorType::Float32, {3, 2}, {bytesOf(all.first(2)), {}, bytesOf(all.subspan(2))}};
    QCOMPARE(tensorsSha256(pieces), tensorsSha256(whole));
    QVERIFY(writeSafetensors(inFolder(m_folder, "whole"), whole));
    QVERIFY(writeSafetensors(inFolder(m_folder, "pieces"), pieces));
    QCOMPARE(*readTextFile(inFolder(m_folder, "pieces"), 10000), *readTextFile(inFolder(m_folder, "whole"), 10000));
    pieces.tensors["rows"].pieces.pop_back();
    QCOMPARE(writeSafetensors(inFolder(m_folder, "short"), pieces).error().code, ErrorCode::BadArgument);
}

void TestBaseSafetensors::matricesAreReadApart()
{
    const auto path = inFolder(m_folder, "apart");
    TensorArchive archive = smallArchive();
    archive.tensors["flat"] = makeTensor({3}, std::vector<float>{1.0F, 2.0F, 3.0F});
    archive.tensors["no columns"] = makeTensor({7, 0}, {});
    QVERIFY(writeSafetensors(path, archive));
    FeatureMatrix weight(5, 9);
    FeatureMatrix other;
    const std::vector<MatrixTarget> apart{
        {"b.weight", &weight, 10}, {"a", &other}, {"flat", &other}, {"no columns", &other}, {"missing", &other}};
    const auto read = readSafetensors(path, {}, apart);
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(weight.rows(), 2);
    QCOMPARE(weight.dim(), 3);
    QVERIFY(std::ranges::equal(weight.values(), tensorValues(archive.tensors["b.weight"])));
    QVERIFY(other.empty());
    // What no matrix can hold stays where it was.
    archive.tensors.erase("b.weight");
    QCOMPARE(*read, archive);
    // Room is reserved where it is likely to be filled.
    const std::vector<MatrixTarget> huge{{"b.weight", &weight, std::int64_t{1} << 56}};
    QVERIFY(readSafetensors(path, {}, huge));
    QCOMPARE(weight.rows(), 2);
}

void TestBaseSafetensors::cancelledWritingLeavesTheOldFile()
{
    const auto path = inFolder(m_folder, "kept");
    QVERIFY(writeSafetensors(path, smallArchive()));
    TensorArchive other = smallArchive();
    other.metadata["other"] = "yes";
    const std::atomic<bool> cancel = true;
    const auto written = writeSafetensors(path, other, JobContext(&cancel, {}));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QVERIFY(*readSafetensors(path) == smallArchive());
    QVERIFY(QDir(m_folder.path()).entryList({".patina-*"}, QDir::AllEntries | QDir::Hidden).isEmpty());
}

void TestBaseSafetensors::readingIsCancelled()
{
    const auto path = inFolder(m_folder, "whole");
    QVERIFY(writeSafetensors(path, smallArchive()));
    const std::atomic<bool> cancel = true;
    const auto read = readSafetensors(path, {}, {}, JobContext(&cancel, {}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
}

void TestBaseSafetensors::everyTruncationIsRefused()
{
    const auto path = inFolder(m_folder, "whole");
    QVERIFY(writeSafetensors(path, smallArchive()));
    const std::string whole = *readTextFile(path, 10000);
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY2(!readBytes(inFolder(m_folder, "cut"), whole.substr(0, length)), std::to_string(length).c_str());
}

void TestBaseSafetensors::flippedBitsNeverCrash()
{
    const auto path = inFolder(m_folder, "whole");
    QVERIFY(writeSafetensors(path, smallArchive()));
    const std::string whole = *readTextFile(path, 10000);
    int refused = 0;
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        const auto read = readBytes(inFolder(m_folder, "flipped"), flipped);
        // Data bits and letters of names may change; whatever is read still keeps its own promise.
        if (!read) {
            ++refused;
            continue;
        }
        for (const auto &[name, tensor] : read->tensors)
            QCOMPARE(static_cast<std::size_t>(tensor.count()) * tensorTypeBytes(tensor.type), tensor.bytes.size());
    }
    QVERIFY(refused > 1000);
}

void TestBaseSafetensors::limitsAreKept()
{
    const auto path = inFolder(m_folder, "limits");
    QVERIFY(writeSafetensors(path, smallArchive()));
    QCOMPARE(readSafetensors(path, {.maxHeaderBytes = 16}).error().code, ErrorCode::TooLarge);
    QCOMPARE(readSafetensors(path, {.maxTensorBytes = 34}).error().code, ErrorCode::TooLarge);
    QVERIFY(readSafetensors(path, {.maxTensorBytes = 35}));
    QCOMPARE(readFileBytes(path, 10).error().code, ErrorCode::TooLarge);
}

void TestBaseSafetensors::foldersAndPipesAreRefused()
{
    QCOMPARE(readSafetensors(inFolder(m_folder, "none")).error().code, ErrorCode::NotFound);
    QCOMPARE(readSafetensors(m_folder.path().toStdString()).error().code, ErrorCode::Unreadable);
    QCOMPARE(readSafetensors("/dev/zero").error().code, ErrorCode::Unreadable);
}

void TestBaseSafetensors::unstorableArchivesAreRefused()
{
    const auto path = inFolder(m_folder, "unstorable");
    TensorArchive archive;
    archive.tensors["t"] = StoredTensor{TensorType::Float32, {2}, {0, 0, 0, 0}};
    QCOMPARE(writeSafetensors(path, archive).error().code, ErrorCode::BadArgument);
    archive.tensors = {{"__metadata__", StoredTensor{TensorType::UInt8, {1}, {0}}}};
    QCOMPARE(writeSafetensors(path, archive).error().code, ErrorCode::BadArgument);
    archive.tensors = {{"\xff", StoredTensor{TensorType::UInt8, {1}, {0}}}};
    QCOMPARE(writeSafetensors(path, archive).error().code, ErrorCode::BadArgument);
    QVERIFY(!std::filesystem::exists(path));
    QCOMPARE(writeSafetensors(inFolder(m_folder, "no/such/folder"), smallArchive()).error().code,
             ErrorCode::WriteFailed);
}

void TestBaseSafetensors::fullDiskLeavesTheOldFile()
{
    const auto path = inFolder(m_folder, "kept");
    QVERIFY(writeSafetensors(path, smallArchive()));
    // A file size limit is the disk that is full: write() fails half way.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    const rlimit tight{4096, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    TensorArchive large;
    large.tensors["t"] = StoredTensor{TensorType::UInt8, {100000}, std::vector<std::uint8_t>(100000)};
    const auto written = writeSafetensors(path, large);
    setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QVERIFY(*readSafetensors(path) == smallArchive());
    for (const auto &entry : std::filesystem::directory_iterator(m_folder.path().toStdString()))
        QVERIFY2(!entry.path().filename().string().starts_with(".kept"), "a temporary file was left behind");
}

void TestBaseSafetensors::hashSeesNamesShapesAndBytes()
{
    const TensorArchive archive = smallArchive();
    const std::string hash = tensorsSha256(archive);
    QCOMPARE(hash.size(), std::size_t{64});
    TensorArchive other = archive;
    other.metadata.clear();
    QCOMPARE(tensorsSha256(other), hash);
    other.tensors["b.weight"].shape = {3, 2};
    QVERIFY(tensorsSha256(other) != hash);
    other = archive;
    other.tensors["b.weight"].bytes[0] ^= 1;
    QVERIFY(tensorsSha256(other) != hash);
    other = archive;
    other.tensors["c"] = other.tensors["a"];
    other.tensors.erase("a");
    QVERIFY(tensorsSha256(other) != hash);
    QCOMPARE(tensorsSha256({}), sha256Of({}));
}

void TestBaseSafetensors::hashOfWhatIsNoFileIsRefused()
{
    const auto pipe = inFolder(m_folder, "pipe to hash");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    for (const std::filesystem::path &path : {pipe, std::filesystem::path("/dev/zero"), inFolder(m_folder, "")})
        QCOMPARE(sha256OfFile(path).error().code, ErrorCode::Unreadable);
    QCOMPARE(sha256OfFile(inFolder(m_folder, "nothing")).error().code, ErrorCode::NotFound);
    writeBytes(inFolder(m_folder, "abc"), "abc");
    QVERIFY(sha256OfFile(inFolder(m_folder, "abc"))->starts_with("ba7816bf8f01cfea"));
}

void TestBaseSafetensors::strictJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("object") << QByteArray(R"({"a":[1,2,{"b":"]}\""}]})") << true;
    QTest::newRow("same key in two objects") << QByteArray(R"([{"a":1},{"a":1}])") << true;
    QTest::newRow("same key inside") << QByteArray(R"({"a":{"a":1}})") << true;
    QTest::newRow("twice") << QByteArray(R"({"a":1,"b":2,"a":3})") << false;
    QTest::newRow("twice, escaped") << QByteArray(R"({"a":1,"\u0061":3})") << false;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("two values") << QByteArray("1 2") << false;
    QTest::newRow("open string") << QByteArray("\"a\\") << false;
    QTest::newRow("NUL behind") << QByteArray("[1] \0 ", 6) << false;
    QTest::newRow("NUL inside") << QByteArray("[1,\0 2]", 7) << false;
    QTest::newRow("closing only") << QByteArray("]]]]") << false;
    QTest::newRow("too deep") << QByteArray(40, '[') + QByteArray(40, ']') << false;
    QTest::newRow("deep enough") << QByteArray(32, '[') + QByteArray(32, ']') << true;
    QTest::newRow("too many values") << "[" + QByteArray("1,").repeated(1000) + "1]" << false;
}

void TestBaseSafetensors::strictJson()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, accepted);
    const auto parsed = parseStrictJson(text.toStdString(), {.maxDepth = 32, .maxValues = 1000});
    QCOMPARE(parsed.has_value(), accepted);
}

/// A parser that looks at all siblings again whenever an object ends takes minutes for this.
void TestBaseSafetensors::longJsonTakesNoLongerPerByte()
{
    std::string text = "{";
    for (int i = 0; i < 400'000; ++i)
        text += "\"" + std::to_string(i) + "\":{},";
    const auto parsed = parseStrictJson(text + "\"last\":{}}");
    QVERIFY2(parsed, parsed ? "" : parsed.error().detail.c_str());
    QCOMPARE(parsed->size(), std::size_t{400'001});
    QVERIFY(!parseStrictJson(text + "\"0\":{}}"));
}

QTEST_APPLESS_MAIN(TestBaseSafetensors)
#include "tst_base_safetensors.moc"
