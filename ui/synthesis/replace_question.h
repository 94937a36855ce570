#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace patina {

struct ReplaceQuestion
{
    QString title;
    QString text;
    QString yes; ///< what is done
};

/// Asks before something is lost; Cancel is what Enter and Escape choose. \param parent where it is gone, nothing is
/// done.
void askToReplace(QWidget *parent, const ReplaceQuestion &question, const std::function<void()> &then);

} // namespace patina
