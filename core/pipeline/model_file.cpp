#include "core/base/safetensors.h"
#include "core/base/sha256.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/model.h"
#include "core/pipeline/row_tensors.h"

#include <fmt/format.h>

namespace patina {

namespace {

constexpr const char *infoKey = "patina";
constexpr const char *hashKey = "sha256";

ArchiveView archiveOf(const Model &model)
{
    ArchiveView archive;
    archive.tensors["bank"] = matrixView(model.bank);
    archive.tensors["projection"] = matrixView(model.projection);
    archive.tensors["origin"] = originsView(model.origins);
    archive.tensors["support"] = integersView(model.support);
    // As the bank demands: what does not fit is not written.
    archive.tensors["projection"].shape = {model.bank.dim(), model.projection.dim()};
    archive.tensors["origin"].shape = {model.bank.rows(), 4};
    archive.tensors["support"].shape = {model.bank.rows()};
    archive.metadata[infoKey] = modelInfoToJson(model.info);
    return archive;
}

/// Hash of everything a model is: its tensors and its description.
std::string contentHash(const ArchiveView &archive, const JobContext &context = {})
{
    const std::string text = tensorsSha256(archive, context) + "\n" + archive.metadata.at(infoKey);
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

Result<void> readArrays(const TensorArchive &archive, Model &model)
{
    const TensorReader reader(archive, "model");
    auto bank = reader.matrix("bank");
    auto projection = reader.matrix("projection");
    if (!bank)
        return failFrom(std::move(bank));
    if (!projection)
        return failFrom(std::move(projection));
    if (bank->rows() < 1 || bank->dim() < 1 || projection->rows() != bank->dim())
        return fail(ErrorCode::BadFormat,
                    fmt::format("the model's bank is {}x{} and its projection {}x{}", bank->rows(), bank->dim(),
                                projection->rows(), projection->dim()));
    auto origins = reader.origins("origin", bank->rows(), versionEnds(model.info));
    auto support = reader.integers("support", {bank->rows()});
    if (!origins)
        return failFrom(std::move(origins));
    if (!support)
        return failFrom(std::move(support));
    model.bank = std::move(*bank);
    model.projection = std::move(*projection);
    model.origins = std::move(*origins);
    model.support = std::move(*support);
    return {};
}

/// The description and the hash as they are written.
struct Written
{
    std::string description;
    std::string hash;
};

Result<Written> writtenIn(const std::map<std::string, std::string> &metadata)
{
    const auto info = metadata.find(infoKey);
    const auto hash = metadata.find(hashKey);
    if (info == metadata.end() || hash == metadata.end())
        return fail(ErrorCode::BadFormat, "not a Patina model (its description is missing)");
    return Written{info->second, hash->second};
}

Result<Model> modelOf(const TensorArchive &archive, const JobContext &context)
{
    const auto written = writtenIn(archive.metadata);
    if (!written)
        return tl::unexpected(written.error());
    // A newer version is told before its hash: it may be made differently.
    auto parsed = modelInfoFromJson(written->description);
    if (!parsed && parsed.error().code == ErrorCode::VersionMismatch)
        return failFrom(std::move(parsed));
    const std::string found = contentHash(archive, context);
    if (context.cancelled())
        return cancelledError();
    if (found != written->hash)
        return fail(ErrorCode::Corrupt,
                    "the model is damaged: its contents do not match its SHA-256; use a backup copy "
                    "or train again");
    if (!parsed)
        return failFrom(std::move(parsed));
    Model model;
    model.info = std::move(*parsed);
    if (auto read = readArrays(archive, model); !read)
        return failFrom(std::move(read));
    model.info.hash = written->hash;
    model.info.bankSha256 = sha256Of(archive.tensors.at("bank").bytes);
    model.info.bankRows = model.bank.rows();
    model.info.bankDim = model.bank.dim();
    return model;
}

Result<ModelInfo> infoOf(const SafetensorsHeader &header)
{
    const auto written = writtenIn(header.metadata);
    if (!written)
        return tl::unexpected(written.error());
    auto info = modelInfoFromJson(written->description);
    if (!info)
        return info;
    const auto bank = header.entries.find("bank");
    if (bank == header.entries.end() || bank->second.shape.size() != 2)
        return fail(ErrorCode::BadFormat, "the model has no bank");
    info->bankRows = bank->second.shape[0];
    info->bankDim = bank->second.shape[1];
    info->hash = written->hash;
    return info;
}

/// What a reader of the file has to say, as it is said of models.
Error ofModel(Error error)
{
    if (error.code == ErrorCode::BadFormat)
        error.detail = fmt::format("no Patina model, or one that was cut off ({}); use a backup copy or train again",
                                   error.detail);
    return error;
}

} // namespace

Result<std::string> saveModel(const Model &model, const std::filesystem::path &path)
{
    ArchiveView archive = archiveOf(model);
    std::string hash = contentHash(archive);
    archive.metadata[hashKey] = hash;
    return writeSafetensors(path, archive).map([&] { return std::move(hash); });
}

Result<Model> loadModel(const std::filesystem::path &path, const JobContext &context)
{
    auto archive = readSafetensors(path, {}, {}, context).map_error(ofModel);
    if (!archive)
        return failFrom(std::move(archive));
    auto model = modelOf(*archive, context);
    if (!model)
        model.error().detail = fmt::format("{}: {}", path.string(), model.error().detail);
    return model;
}

Result<ModelInfo> loadModelInfo(const std::filesystem::path &path)
{
    auto header = readSafetensorsHeader(path).map_error(ofModel);
    if (!header)
        return failFrom(std::move(header));
    auto info = infoOf(*header);
    if (!info)
        info.error().detail = fmt::format("{}: {}", path.string(), info.error().detail);
    return info;
}

} // namespace patina
