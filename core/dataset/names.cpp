#include "core/dataset/dataset.h"

namespace patina {

std::string_view layoutName(DatasetLayout layout)
{
    switch (layout) {
    case DatasetLayout::MvtecAd:
        return "MVTec AD";
    case DatasetLayout::VisA:
        return "VisA";
    case DatasetLayout::Btad:
        return "BTAD";
    case DatasetLayout::KolektorSdd:
        return "KolektorSDD";
    case DatasetLayout::PlainFolder:
        break;
    }
    return "plain folder";
}

std::string_view splitName(Split split)
{
    switch (split) {
    case Split::Train:
        return "train";
    case Split::Validation:
        return "validation";
    case Split::Test:
        break;
    }
    return "test";
}

std::string_view classKindName(ClassKind kind)
{
    switch (kind) {
    case ClassKind::Defect:
        return "defect";
    case ClassKind::Impurity:
        return "impurity";
    case ClassKind::Ambiguous:
        break;
    }
    return "ambiguous";
}

std::string_view problemKindName(DatasetProblem::Kind kind)
{
    using Kind = DatasetProblem::Kind;
    switch (kind) {
    case Kind::MissingMask:
        return "missingMask";
    case Kind::AmbiguousMask:
        return "ambiguousMask";
    case Kind::EmptyMask:
        return "emptyMask";
    case Kind::WrongMaskSize:
        return "wrongMaskSize";
    case Kind::Duplicate:
        return "duplicate";
    case Kind::TrainTestDuplicate:
        return "trainTestDuplicate";
    case Kind::Unreadable:
        return "unreadable";
    case Kind::StrayFile:
        return "strayFile";
    case Kind::MixedSizes:
        return "mixedSizes";
    case Kind::MixedDepths:
        return "mixedDepths";
    case Kind::BadSideFile:
        break;
    }
    return "badSideFile";
}

} // namespace patina
