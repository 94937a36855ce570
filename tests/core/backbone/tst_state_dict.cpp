#include "core/backbone/pickle_reader.h"
#include "core/backbone/zip_container.h"
#include "core/base/read_file.h"
#include "tests/core/backbone/pickle_writer.h"
#include "tests/core/backbone/zip_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>

using namespace patina;
using namespace patina::test;

namespace {

Result<TensorArchive> readText(const std::string &bytes, const WeightFileLimits &limits = {})
{
    return readStateDict({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()}, limits);
}

std::vector<FileTensor> smallTensors()
{
    FileTensor strided = floatTensor("conv.weight", "11", {2, 3}, {0, 1, 2, 3, 4, 5, 6, 7});
    strided.strides = {1, 2}; // column by column
    strided.offset = 1;
    FileTensor shared = strided; // the same storage, another view
    shared.name = "tied";
    shared.shape = {4};
    shared.strides = {2};
    shared.offset = 0;
    FileTensor half{"half", "HalfStorage", "12", rawAll<std::uint16_t>({0x3c00, 0xc000}), 2, {2}, {1}, 0};
    FileTensor bfloat{"bfloat", "BFloat16Storage", "13", rawAll<std::uint16_t>({0x3fc0}), 1, {}, {}, 0};
    FileTensor wide{"double", "DoubleStorage", "14", rawAll<double>({0.5, -0.1}), 2, {1, 2}, {2, 1}, 0};
    FileTensor whole{"long", "LongStorage", "15", rawAll<std::int64_t>({-7, 1LL << 40}), 2, {2}, {1}, 0};
    FileTensor small{"int", "IntStorage", "16", rawAll<std::int32_t>({-7}), 1, {1}, {1}, 0};
    FileTensor byte{"byte", "ByteStorage", "17", rawAll<std::uint8_t>({1, 255}), 2, {2}, {1}, 0};
    FileTensor flag{"bool", "BoolStorage", "18", rawAll<std::uint8_t>({1, 0}), 2, {2}, {1}, 0};
    FileTensor counter{"bn.num_batches_tracked", "LongStorage", "19", rawAll<std::int64_t>({9}), 1, {}, {}, 0};
    return {strided, shared, half, bfloat, wide, whole, small, byte, flag, counter};
}

void checkSmallTensors(const Result<TensorArchive> &read)
{
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    const auto &tensors = read->tensors;
    QCOMPARE(tensors.size(), std::size_t{9});
    QCOMPARE(tensorValues(tensors.at("conv.weight")), (std::vector<float>{1, 3, 5, 2, 4, 6}));
    QCOMPARE(tensorValues(tensors.at("tied")), (std::vector<float>{0, 2, 4, 6}));
    QCOMPARE(tensorValues(tensors.at("half")), (std::vector<float>{1, -2}));
    QCOMPARE(tensorValues(tensors.at("bfloat")), std::vector<float>{1.5F});
    QVERIFY(tensors.at("bfloat").shape.empty());
    QCOMPARE(tensorValues(tensors.at("double")), (std::vector<float>{0.5F, -0.1F}));
    const auto bytesOf = [](const std::string &text) { return std::vector<std::uint8_t>(text.begin(), text.end()); };
    QVERIFY(tensors.at("long").type == TensorType::Int64);
    QVERIFY(tensors.at("long").bytes == bytesOf(rawAll<std::int64_t>({-7, 1LL << 40})));
    QVERIFY(tensors.at("int").type == TensorType::Int32);
    QVERIFY(tensors.at("int").bytes == bytesOf(rawAll<std::int32_t>({-7})));
    QVERIFY((tensors.at("byte").bytes == std::vector<std::uint8_t>{1, 255}));
    QVERIFY((tensors.at("bool").bytes == std::vector<std::uint8_t>{1, 0}));
}

std::vector<std::pair<std::string, std::string>> zipEntries(const std::vector<FileTensor> &tensors)
{
    std::vector<std::pair<std::string, std::string>> entries{{"archive/data.pkl", pkWhole(pkStateDict(tensors, ""))},
                                                             {"archive/version", "3\n"}};
    for (const FileTensor &tensor : tensors) {
        const std::string name = "archive/data/" + tensor.key;
        if (std::ranges::find(entries, name, &std::pair<std::string, std::string>::first) == entries.end())
            entries.emplace_back(name, tensor.data);
    }
    return entries;
}

/// A root that is not a state dictionary, in a file that is otherwise right.
std::string fileWith(const std::string &root)
{
    return oldFormat(root, {});
}

/// Whatever was read from a damaged file keeps its own promise.
void checkConsistent(const Result<TensorArchive> &read)
{
    if (!read) {
        QVERIFY(!read.error().detail.empty());
        return;
    }
    for (const auto &[name, tensor] : read->tensors)
        QCOMPARE(static_cast<std::size_t>(tensor.count()) * tensorTypeBytes(tensor.type), tensor.bytes.size());
}

} // namespace

class TestFeaturesStateDict : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void oldFormatIsRead() { checkSmallTensors(readText(oldFormat(smallTensors()))); }
    void zipFormatIsRead() { checkSmallTensors(readText(zipped(zipEntries(smallTensors())))); }
    void packedZipIsRead() { checkSmallTensors(readText(zipped(zipEntries(smallTensors()), Packing::Deflated))); }
    void anyStridesGiveTheSlowAnswer();
    void parametersAndOlderTensorsAreRead();
    void pythonTwoNamesAreRead();
    void checkpointsAreUnwrapped();
    void commonPrefixIsStripped();
    void callsAreRefusedByName_data();
    void callsAreRefusedByName();
    void hostileFiles_data();
    void hostileFiles();
    void hostileTensors_data();
    void hostileTensors();
    void selfContainingListsDoNoHarm();
    void limitsAreKept();
    void chosenMemoKeysTakeNoLonger();
    void everyTruncationIsRefused();
    void flippedBitsNeverCrash();
    void flippedBitsOfZipsNeverCrash();
    void zipTrouble();
    void zipBombsAreRefused();

private:
    std::string zipped(const std::vector<std::pair<std::string, std::string>> &entries,
                       Packing packing = Packing::Stored)
    {
        return zipOf(entries, m_folder.filePath("scratch.zip").toStdString(), packing);
    }

    QTemporaryDir m_folder;
};

void TestFeaturesStateDict::anyStridesGiveTheSlowAnswer()
{
    QVERIFY(rc::check("a permuted, stepped view is copied element by element", [] {
        std::vector<std::int64_t> shape;
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
            shape.push_back(*rc::gen::inRange<std::int64_t>(0, 5));
        std::vector<std::size_t> order(shape.size());
        std::iota(order.begin(), order.end(), 0U);
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
        std::vector<std::int64_t> strides(shape.size());
        std::int64_t next = *rc::gen::inRange<std::int64_t>(1, 4);
        for (const std::size_t axis : order) {
            strides[axis] = next;
            next *= std::max<std::int64_t>(shape[axis], 1);
        }
        const std::int64_t offset = *rc::gen::inRange<std::int64_t>(0, 4);
        std::vector<float> storage(static_cast<std::size_t>(offset + next));
        std::iota(storage.begin(), storage.end(), 0.0F);
        FileTensor tensor = floatTensor("t", "0", {static_cast<std::int64_t>(storage.size())}, storage);
        tensor.shape = shape;
        tensor.strides = strides;
        tensor.offset = offset;
        const auto read = readText(oldFormat({tensor}));
        RC_ASSERT(read.has_value());
        const auto values = tensorValues(read->tensors.at("t"));
        RC_ASSERT(static_cast<std::int64_t>(values.size()) == *shapeCount(shape));
        for (std::size_t i = 0; i < values.size(); ++i) {
            auto rest = static_cast<std::int64_t>(i);
            std::int64_t position = offset;
            for (std::size_t axis = shape.size(); axis-- > 0;) {
                position += rest % shape[axis] * strides[axis];
                rest /= shape[axis];
            }
            RC_ASSERT(values[i] == static_cast<float>(position));
        }
    }));
}

void TestFeaturesStateDict::parametersAndOlderTensorsAreRead()
{
    const FileTensor tensor = floatTensor("p", "0", {2}, {3, 4});
    const std::string parameter =
        pkCall(pkGlobal("torch._utils", "_rebuild_parameter"), pkTensor(tensor, "N") + "\x88" + pkOrderedDict(""));
    const std::string older = pkCall(pkGlobal("torch._utils", "_rebuild_tensor"),
                                     pkStorage(tensor, "N") + "K" + std::string(1, '\0') + pkInts({2}) + pkInts({1}));
    const auto read = readText(oldFormat(pkDict(pkText("p") + parameter + pkText("q") + older), {tensor}));
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(tensorValues(read->tensors.at("p")), (std::vector<float>{3, 4}));
    QCOMPARE(tensorValues(read->tensors.at("q")), (std::vector<float>{3, 4}));
}

void TestFeaturesStateDict::pythonTwoNamesAreRead()
{
    // Python 2 wrote byte strings, and OrderedDict as a call with a list of pairs.
    const FileTensor tensor = floatTensor("p", "0", {1}, {3});
    const std::string pair = "](" + std::string("U\x01p") + pkTensor(tensor, "N") + "e";
    const auto read = readText(oldFormat(pkCall(pkGlobal("collections", "OrderedDict"), "](" + pair + "e"), {tensor}));
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(tensorValues(read->tensors.at("p")), std::vector<float>{3});
}

void TestFeaturesStateDict::checkpointsAreUnwrapped()
{
    const std::vector<FileTensor> tensors{floatTensor("w", "0", {1}, {3})};
    const std::string epoch = pkText("epoch") + "K\x05" + pkText("loss") + "G" + raw(0.5);
    for (const char *key : {"state_dict", "model", "model_state_dict"}) {
        const auto read = readText(oldFormat(pkDict(epoch + pkText(key) + pkStateDict(tensors, "N")), tensors));
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QCOMPARE(read->tensors.size(), std::size_t{1});
    }
    const std::string twice = pkDict(pkText("model") + pkDict(pkText("state_dict") + pkStateDict(tensors, "N")));
    QVERIFY(readText(oldFormat(twice, tensors)));
    const auto none = readText(oldFormat(pkDict(epoch), {}));
    QVERIFY(!none);
    QVERIFY2(none.error().detail.find("\"epoch\", \"loss\"") != std::string::npos, none.error().detail.c_str());
}

void TestFeaturesStateDict::commonPrefixIsStripped()
{
    const auto first = floatTensor("module.a", "0", {1}, {3});
    const auto second = floatTensor("module.b", "1", {1}, {4});
    const auto stripped = readText(oldFormat({first, second}));
    QVERIFY(stripped && stripped->tensors.contains("a") && stripped->tensors.contains("b"));
    const auto kept = readText(oldFormat({first, floatTensor("b", "1", {1}, {4})}));
    QVERIFY(kept && kept->tensors.contains("module.a") && kept->tensors.contains("b"));
}

void TestFeaturesStateDict::callsAreRefusedByName_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const std::string &root, const char *says) {
        QTest::newRow(name) << QByteArray::fromStdString(root) << QString(says);
    };
    row("os.system", pkCall(pkGlobal("os", "system"), pkText("touch owned")), "calls os.system: refused");
    row("posix.system", pkCall(pkGlobal("posix", "system"), pkText("id")), "calls posix.system: refused");
    row("eval", pkCall(pkGlobal("builtins", "eval"), pkText("1")), "calls builtins.eval: refused");
    row("stack global", pkText("os") + pkText("system") + "\x93" + pkTuple(pkText("id")) + "R",
        "calls os.system: refused");
    row("module class", pkGlobal("torchvision.models.resnet", "ResNet"),
        "calls torchvision.models.resnet.ResNet: refused");
    row("near miss", pkGlobal("collections", "OrderedDict2"), "calls collections.OrderedDict2: refused");
    row("dotted name", pkGlobal("collections.OrderedDict", "__init__"),
        "calls collections.OrderedDict.__init__: refused");
    row("quantised storage", pkGlobal("torch", "QInt8Storage"), "calls torch.QInt8Storage: refused");
    row("control characters", pkGlobal("o\x1b[2Js", "sys\xfftem"), "calls o?[2Js.sys?tem: refused");
    row("OBJ", "(" + pkGlobal("collections", "OrderedDict") + "o", "operation OBJ is refused");
    row("INST", "(ios\nsystem\n", "operation INST is refused");
    row("NEWOBJ", pkGlobal("collections", "OrderedDict") + ")\x81", "operation NEWOBJ is refused");
    row("NEWOBJ_EX", pkGlobal("collections", "OrderedDict") + ")}\x92", "operation NEWOBJ_EX is refused");
    row("EXT1", "\x82\x01", "operation EXT1 is refused");
    row("PERSID", "Pabc\n", "operation PERSID is refused");
    row("BUILD on a list", "]}b", "not a dictionary: refused");
    row("unknown operation", "\xf0", "0xf0 is no pickle operation");
    row("protocol 0", "I1\n", "operation INT is refused");
    row("storage called", pkCall(pkGlobal("torch", "FloatStorage"), "K\x05"), "calls torch.FloatStorage: refused");
}

void TestFeaturesStateDict::callsAreRefusedByName()
{
    QFETCH(QByteArray, root);
    QFETCH(QString, says);
    const auto read = readText(fileWith(root.toStdString()));
    QVERIFY(!read);
    QVERIFY2(QString::fromStdString(read.error().detail).contains(says), read.error().detail.c_str());
}

void TestFeaturesStateDict::hostileFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    const auto tensor = floatTensor("t", "0", {1}, {1});
    row("nothing", "");
    row("text", "weights");
    row("picture", "\x89PNG\r\n\x1a\n");
    row("wrong magic", pkWhole("K\x01"));
    row("stop only", ".");
    row("root is a number", fileWith("K\x01"));
    row("root is a list", fileWith("]"));
    row("root is empty", fileWith("}"));
    row("two roots", fileWith("NN"));
    row("open mark", fileWith("(N"));
    row("pop nothing", fileWith("0"));
    row("pop below the mark", fileWith("N(0"));
    row("tuple of nothing", fileWith("\x85"));
    row("no mark", fileWith("t"));
    row("items of a number", fileWith("K\x01(NNu"));
    row("odd items", fileWith("}(Nu"));
    row("append to a dictionary", fileWith("}Na"));
    row("unknown memo", fileWith("h\x07"));
    row("remember nothing", fileWith("q\x07"));
    row("call a number", fileWith("K\x01)R"));
    row("call with a list", fileWith(pkGlobal("collections", "OrderedDict") + "]R"));
    row("dictionary of numbers", fileWith(pkCall(pkGlobal("collections", "OrderedDict"), "](K\x01"
                                                                                         "e")));
    row("tensor of nothing", fileWith(pkCall(pkGlobal("torch._utils", "_rebuild_tensor_v2"), "")));
    row("parameter of nothing", fileWith(pkCall(pkGlobal("torch._utils", "_rebuild_parameter"), "N")));
    row("storage of text", fileWith(pkText("storage") + "Q"));
    row("negative storage", fileWith(pkTuple(pkText("storage") + pkGlobal("torch", "FloatStorage") + pkText("0") +
                                             pkText("cpu") + "J" + raw(std::int32_t{-1}) + "N") +
                                     "Q"));
    row("view of a storage", oldFormat(pkStateDict({tensor}, pkTuple(pkText("1"))), {tensor}));
    row("name is a number", oldFormat(pkDict("K\x01" + pkTensor(tensor, "N")), {tensor}));
    row("name twice",
        oldFormat(pkDict(pkText("t") + pkTensor(tensor, "N") + pkText("t") + pkTensor(tensor, "N")), {tensor}));
    row("text of 4 GiB", fileWith("X\xff\xff\xff\xff"));
    row("text of 16 EiB", fileWith("\x8d\xff\xff\xff\xff\xff\xff\xff\xff"));
    row("negative text", fileWith("T\xff\xff\xff\xff"));
    row("endless name", fileWith("c" + std::string(100000, 'a')));
    row("storage not listed", oldFormat(pkStateDict({tensor}, "N"), {}));
    row("storage not used", oldFormat(pkStateDict({}, "N"), {tensor}));
    row("bytes behind", oldFormat({tensor}) + "x");
    row("huge count", oldPreamble() + pkWhole(pkStateDict({tensor}, "N")) + pkWhole("](" + pkText("0") + "e") +
                          raw(~std::uint64_t{0}) + "1234");
    row("overflowing count", oldPreamble() + pkWhole(pkStateDict({tensor}, "N")) + pkWhole("](" + pkText("0") + "e") +
                                 raw(std::uint64_t{1} << 62U) + "1234");
    row("big endian", pkWhole(std::string("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12)) +
                          pkWhole("M" + raw(std::uint16_t{1001})) + pkWhole(pkDict(pkText("little_endian") + "\x89")));
}

void TestFeaturesStateDict::hostileFiles()
{
    QFETCH(QByteArray, bytes);
    const auto read = readText(bytes.toStdString());
    QVERIFY(!read);
    QVERIFY(read.error().code != ErrorCode::Internal);
    QVERIFY(!read.error().detail.empty());
}

void TestFeaturesStateDict::hostileTensors_data()
{
    QTest::addColumn<QList<qint64>>("shape");
    QTest::addColumn<QList<qint64>>("strides");
    QTest::addColumn<qint64>("offset");
    constexpr qint64 huge = std::numeric_limits<qint64>::max();
    QTest::newRow("one too many") << QList<qint64>{5} << QList<qint64>{1} << qint64{0};
    QTest::newRow("offset too far") << QList<qint64>{4} << QList<qint64>{1} << qint64{1};
    QTest::newRow("offset behind") << QList<qint64>{1} << QList<qint64>{1} << qint64{4};
    QTest::newRow("negative offset") << QList<qint64>{1} << QList<qint64>{1} << qint64{-1};
    QTest::newRow("huge offset") << QList<qint64>{2} << QList<qint64>{1} << huge;
    QTest::newRow("negative stride") << QList<qint64>{2} << QList<qint64>{-1} << qint64{1};
    QTest::newRow("stride too far") << QList<qint64>{2, 2} << QList<qint64>{3, 1} << qint64{0};
    QTest::newRow("huge stride") << QList<qint64>{2, 2} << QList<qint64>{huge, 1} << qint64{0};
    QTest::newRow("two huge strides") << QList<qint64>{2, 2} << QList<qint64>{huge, huge} << qint64{0};
    QTest::newRow("negative side") << QList<qint64>{-4} << QList<qint64>{1} << qint64{0};
    QTest::newRow("repeated without end") << QList<qint64>{1 << 30, 4} << QList<qint64>{0, 1} << qint64{0};
    QTest::newRow("overflowing product") << QList<qint64>{1LL << 40, 1LL << 40} << QList<qint64>{0, 0} << qint64{0};
    QTest::newRow("fewer strides") << QList<qint64>{2, 2} << QList<qint64>{1} << qint64{0};
    QTest::newRow("seventeen sides") << QList<qint64>(17, 1) << QList<qint64>(17, 1) << qint64{0};
}

void TestFeaturesStateDict::hostileTensors()
{
    QFETCH(QList<qint64>, shape);
    QFETCH(QList<qint64>, strides);
    QFETCH(qint64, offset);
    FileTensor tensor = floatTensor("t", "0", {4}, {1, 2, 3, 4});
    tensor.shape.assign(shape.begin(), shape.end());
    tensor.strides.assign(strides.begin(), strides.end());
    tensor.offset = offset;
    for (const std::string &file : {oldFormat({tensor}), zipped(zipEntries({tensor}))}) {
        const auto read = readText(file);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::BadFormat);
    }
    // The stride of a side of one element may be anything: nothing is read there.
    tensor.shape = {1, 4};
    tensor.strides = {std::numeric_limits<qint64>::max(), 1};
    tensor.offset = 0;
    const auto read = readText(oldFormat({tensor}));
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(tensorValues(read->tensors.at("t")), (std::vector<float>{1, 2, 3, 4}));
}

void TestFeaturesStateDict::selfContainingListsDoNoHarm()
{
    // l = []; l.append(l), and a dictionary in itself.
    QVERIFY(!readText(fileWith("]q\x01h\x01"
                               "a")));
    QVERIFY(!readText(fileWith("}q\x01" + pkText("model") + "h\x01s")));
}

void TestFeaturesStateDict::limitsAreKept()
{
    const std::string deepMarks(1'000'000, '(');
    QCOMPARE(readText(fileWith(deepMarks)).error().code, ErrorCode::TooLarge);
    std::string nested = "N";
    for (int i = 0; i < 2'000'000; ++i)
        nested += '\x85'; // a tuple in a tuple in a tuple
    QCOMPARE(readText(fileWith(nested)).error().code, ErrorCode::TooLarge);
    QCOMPARE(readText(fileWith(std::string(2'000'000, 'N'))).error().code, ErrorCode::TooLarge);
    std::string copies = "](" + std::string(1000, 'N') + "eq\x01" + pkGlobal("collections", "OrderedDict") + "q\x02";
    for (int i = 0; i < 100'000; ++i)
        copies += "h\x02h\x01\x85R";
    // Pairs are wanted, so the list itself is refused; of pairs, the copying is counted as work.
    QVERIFY(!readText(fileWith(copies)));
    std::string pairs = "](";
    for (int i = 0; i < 1000; ++i)
        pairs += "NN\x86";
    pairs += "eq\x01" + pkGlobal("collections", "OrderedDict") + "q\x02";
    for (int i = 0; i < 100'000; ++i)
        pairs += "h\x02h\x01\x85R0";
    const auto read = readText(fileWith(pairs));
    QCOMPARE(read.error().code, ErrorCode::TooLarge);
    const std::string file = oldFormat({floatTensor("t", "0", {4}, {1, 2, 3, 4})});
    QCOMPARE(readText(file, {.maxFileBytes = 100}).error().code, ErrorCode::TooLarge);
    QCOMPARE(readText(file, {.maxTensorBytes = 15}).error().code, ErrorCode::TooLarge);
    QVERIFY(readText(file, {.maxTensorBytes = 16}));
}

/// Keys that fall into one bucket of a hash table of the size they make it grow to: looking them up would take hours.
void TestFeaturesStateDict::chosenMemoKeysTakeNoLonger()
{
    constexpr std::uint32_t count = 40'000;
    std::unordered_map<std::uint32_t, int> table;
    for (std::uint32_t i = 0; i < count; ++i)
        table[i] = 0;
    const auto buckets = static_cast<std::uint32_t>(table.bucket_count());
    std::string root = "N";
    for (std::uint32_t i = 0; i < count; ++i)
        root += "r" + raw(i * buckets);
    for (int i = 0; i < 4'000'000; ++i)
        root += "j" + raw(std::uint32_t{0}) + "0";
    const auto read = readText(fileWith(root));
    QVERIFY(!read);
    QVERIFY2(read.error().detail.find("no dictionary of tensors") != std::string::npos, read.error().detail.c_str());
}

void TestFeaturesStateDict::everyTruncationIsRefused()
{
    for (const std::string &whole : {oldFormat(smallTensors()), zipped(zipEntries(smallTensors()))})
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY2(!readText(whole.substr(0, length)), std::to_string(length).c_str());
}

void TestFeaturesStateDict::flippedBitsNeverCrash()
{
    const std::string whole = oldFormat(smallTensors());
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        checkConsistent(readText(flipped));
    }
}

void TestFeaturesStateDict::flippedBitsOfZipsNeverCrash()
{
    const std::string whole = zipped(zipEntries(smallTensors()));
    const auto truth = readText(whole);
    QVERIFY(truth);
    for (std::size_t bit = 0; bit < whole.size() * 8; bit += 3) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        const auto read = readText(flipped);
        checkConsistent(read);
        // Every entry has a checksum: what is read at all is what was written.
        QVERIFY(!read || *read == *truth);
    }
}

void TestFeaturesStateDict::zipTrouble()
{
    const auto says = [&](const std::vector<std::pair<std::string, std::string>> &entries, const char *text) {
        const auto read = readText(zipped(entries));
        return !read && read.error().detail.find(text) != std::string::npos;
    };
    auto entries = zipEntries({floatTensor("t", "0", {1}, {1})});
    QVERIFY(says({{"readme", "x"}}, "data.pkl"));
    auto twice = entries;
    twice.emplace_back("other/data.pkl", "x");
    QVERIFY(says(twice, "exactly one data.pkl"));
    auto script = entries;
    script.emplace_back("archive/constants.pkl", "x");
    QVERIFY(says(script, "TorchScript"));
    auto bigEndian = entries;
    bigEndian.emplace_back("archive/byteorder", "big");
    QVERIFY(says(bigEndian, "big-endian"));
    auto little = entries;
    little.emplace_back("archive/byteorder", "little");
    QVERIFY(readText(zipped(little)));
    auto missing = entries;
    missing.pop_back();
    QVERIFY(says(missing, "archive/data/0 is missing"));
    auto shorter = entries;
    shorter.back().second = "12";
    QVERIFY(says(shorter, "announced with 1 elements and has 0"));
    auto calling = entries;
    calling.front().second = pkWhole(pkCall(pkGlobal("os", "system"), pkText("id")));
    QVERIFY(says(calling, "data.pkl, byte 2: calls os.system: refused"));
}

void TestFeaturesStateDict::zipBombsAreRefused()
{
    FileTensor tensor = floatTensor("t", "0", {1}, {1});
    tensor.data.assign(20U << 20U, '\0');
    tensor.elements = 5 << 20;
    tensor.shape = {5 << 20};
    tensor.strides = {1};
    const auto read = readText(zipped(zipEntries({tensor}), Packing::Deflated));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::TooLarge);
    QVERIFY2(read.error().detail.find("zip bomb") != std::string::npos, read.error().detail.c_str());
    const std::string plain = zipped({{"a", "12345"}});
    const auto zip = ZipContainer::open({reinterpret_cast<const std::uint8_t *>(plain.data()), plain.size()});
    QVERIFY(zip);
    QCOMPARE(zip->read("a", 4).error().code, ErrorCode::TooLarge);
    QCOMPARE(zip->read("b", 4).error().code, ErrorCode::NotFound);
    QVERIFY(zip->read("a", 5));
}

QTEST_APPLESS_MAIN(TestFeaturesStateDict)
#include "tst_state_dict.moc"
