namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>Operations and other procedures.</summary>
/// <param name="Planned">Ordered, suggested, in preparation or taken back, the first one first; never what must not be done.</param>
/// <param name="NotToDo">What the EPD asks not to do.</param>
/// <param name="Done">Done, going on, broken off and not done, the last one first.</param>
/// <param name="NotUnderstood">What cannot be shown safely, and so is neither called done nor planned (R10).</param>
public sealed record OperationList(
    IReadOnlyList<Operation> Planned, IReadOnlyList<Operation> NotToDo, IReadOnlyList<Operation> Done, IReadOnlyList<Operation> NotUnderstood)
{
    internal IEnumerable<string> Sources => Planned.Concat(NotToDo).Concat(Done).Concat(NotUnderstood).Select(o => o.Source);
}
