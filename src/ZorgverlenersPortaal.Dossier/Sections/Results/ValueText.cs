using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Writes values of FHIR as a doctor reads them, digit for digit; comparator and unit always with them (R11).</summary>
internal static class ValueText
{
    /// <summary>Null when there is a value element but nothing in it that can be shown.</summary>
    public static ResultValue? Of(ObservationValue value) => value switch
    {
        { Quantity: { } quantity } => Number(quantity),
        { Concept: { } concept } => Words(Phrase(concept)),
        { Flag: { } flag } => Words(flag ? "ja" : "nee"),
        { Range: { } range } => Words(Span(range.Low, range.High)),
        { Ratio: { } ratio } => Words(Proportion(ratio)),
        { DateTime: { } date } => Words(WrittenDate.Of(date)!.DateAndTime),
        { Period: { } period } => Words(Between(period)),
        _ => Words(value.Text),
    };

    /// <summary>"97 – 107 mmol/L"; with one limit "≥ 97" or "≤ 107", unless a comparator is written.</summary>
    public static string? Span(Quantity? low, Quantity? high)
    {
        var (from, until) = (Digits(low), Digits(high));
        if (from is null || until is null)
        {
            return from is not null ? Limit(low!, "≥", from) : until is not null ? Limit(high!, "≤", until) : null;
        }
        return Unit(low!) == Unit(high!)
            ? WithUnit($"{from} – {until}", Unit(high!))
            : $"{WithUnit(from, Unit(low!))} – {WithUnit(until, Unit(high!))}";
    }

    /// <summary>The same limits as numbers; null when a limit is no plain number, or the two have other units.</summary>
    public static RangeLimits? Limits(Quantity? low, Quantity? high)
    {
        if ((low?.Value ?? high?.Value) is null || low?.Comparator is not null || high?.Comparator is not null)
        {
            return null;
        }
        var units = new[] { low, high }.OfType<Quantity>().Where(q => q.Value is not null).Select(Unit).Distinct(StringComparer.Ordinal).ToList();
        return units is [var unit] ? new(low?.Value, high?.Value, unit) : null;
    }

    /// <summary>Words and what the code does not say.</summary>
    public static string? Phrase(CodeableConcept? concept) =>
        concept?.Show is { } shown ? concept.FurtherSpecification is { } more ? $"{shown}, {more}" : shown : null;

    private static ResultValue? Number(Quantity quantity) => Digits(quantity) is { } digits
        ? new(digits, Unit(quantity), LacksUnit: Unit(quantity) is null && quantity.Code is null)
        : null;

    private static ResultValue? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text, null, LacksUnit: false);

    private static string? Digits(Quantity? quantity) =>
        quantity?.Value is { } value ? quantity.Comparator is { } comparator ? $"{Sign(comparator)} {value}" : value : null;

    /// <summary>The signs a doctor knows; another comparator is shown as written.</summary>
    private static string Sign(string comparator) => comparator switch
    {
        "<=" => "≤",
        ">=" => "≥",
        _ => comparator,
    };

    /// <summary>"1" is UCUM for a bare number: no unit, and none lacking.</summary>
    private static string? Unit(Quantity quantity) =>
        string.IsNullOrWhiteSpace(quantity.Unit) ? quantity.Code is "1" ? null : quantity.Code : quantity.Unit;

    private static string Limit(Quantity quantity, string sign, string digits) =>
        WithUnit(quantity.Comparator is null ? $"{sign} {digits}" : digits, Unit(quantity));

    private static string WithUnit(string text, string? unit) => unit is null ? text : $"{text} {unit}";

    private static string? Proportion(Ratio ratio)
    {
        var (over, under) = (Digits(ratio.Numerator), Digits(ratio.Denominator));
        if (over is null && under is null)
        {
            return null;
        }
        return $"{Part(ratio.Numerator, over)} : {Part(ratio.Denominator, under)}";

        static string Part(Quantity? quantity, string? digits) => digits is null ? "?" : WithUnit(digits, Unit(quantity!));
    }

    private static string? Between(Period period) =>
        (WrittenDate.Of(period.Start)?.DateAndTime, WrittenDate.Of(period.End)?.DateAndTime) switch
        {
            (null, null) => null,
            ({ } start, null) => $"vanaf {start}",
            (null, { } end) => $"tot en met {end}",
            var (start, end) => $"{start} – {end}",
        };
}
