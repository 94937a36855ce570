#include "ui/document/images_folder.h"

#include <string>

namespace patina {

std::filesystem::path imagesFolder(const Dataset &dataset)
{
    std::string folder;
    for (const ImageRecord &image : dataset.images) {
        const std::string path = image.path.generic_string();
        const std::string end = '/' + image.id;
        if (!path.ends_with(end))
            return {};
        const std::string its = path.substr(0, path.size() - end.size());
        if (!folder.empty() && its != folder)
            return {};
        folder = its;
    }
    return folder;
}

} // namespace patina
