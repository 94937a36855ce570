#pragma once

#include "core/dataset/dataset.h"
#include "core/evaluation/open_questions.h"

#include <QAbstractTableModel>

#include <vector>

namespace patina {

/// Ambiguous regions, those that move the result most first.
class QuestionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RankColumn, ClassColumn, ImageColumn, PeakColumn, EffectColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setQuestions(OpenQuestions questions, std::vector<LabelClass> classes);
    const OpenQuestions &questions() const { return m_questions; }
    const OpenQuestion &question(int row) const { return m_questions.regions.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    OpenQuestions m_questions;
    std::vector<LabelClass> m_classes;
};

} // namespace patina
