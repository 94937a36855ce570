#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>

namespace patina {

/// Why a figure has no value, in the language of the application. Core says it in English sentences, which reports and
/// the command line keep; of these each form is known here with what stands in it.
class ReasonWords
{
    Q_DECLARE_TR_FUNCTIONS(ReasonWords)
public:
    /// \param reason as Figure::why; one of no known form stays as it is.
    static QString why(const std::string &reason);
    static bool isKnown(const std::string &reason);
};

} // namespace patina
