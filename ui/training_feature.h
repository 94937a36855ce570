#pragma once

#include "ui/window_parts.h"

#include <QObject>
#include <QString>

class QAction;
class QDockWidget;

namespace patina {

class TrainingPanel;

/// The dock of training, and the command that shows it.
class TrainingFeature : public QObject
{
    Q_OBJECT
public:
    /// Nothing where the engine does not train.
    static void add(const WindowParts &parts);

private:
    explicit TrainingFeature(const WindowParts &parts);

    void show();
    void retranslateUi();

    QDockWidget *m_dock = nullptr;
    TrainingPanel *m_panel = nullptr;
    QAction *m_train = nullptr;
    QString m_said; ///< of the run that ended last
};

} // namespace patina
