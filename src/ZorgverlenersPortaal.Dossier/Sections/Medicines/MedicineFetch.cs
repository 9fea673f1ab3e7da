using System.Globalization;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>
/// One reading of a patient's medication: four kinds side by side, then the products that did not come along. What fails is
/// named, and the rest is shown as incomplete (R7).
/// </summary>
internal sealed class MedicineFetch(PatientGrant grant, MedicineOptions options, Uri baseAddress, DateTimeOffset now, CancellationToken caller)
{
    /// <summary>Products per question: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    private readonly Dictionary<string, EpdFailure> _failures = new(StringComparer.Ordinal);

    /// <summary>Off where only what is in use counts.</summary>
    public bool WithAdministrations { get; init; } = true;

    private IReadOnlyList<string> Asked => WithAdministrations || options.Asked is [_] ? [.. options.Asked] : [.. options.Asked.Where(type => type != "MedicationAdministration")];

    private DateOnly Since => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Periods.Zone).DateTime).AddDays(-options.AdministrationDays);

    /// <summary>Throws <see cref="EpdException"/> when nothing can be had.</summary>
    public async Task<EpdAnswer> AskAsync(IEpd epd, CancellationToken cancellation)
    {
        var types = Asked;
        var asked = types.Select(type => (Type: type, Asking: TryAsync(epd, Query(type), cancellation))).ToList();
        EpdAnswer? all = null;
        foreach (var (type, asking) in asked)
        {
            var (answer, failure) = await asking;
            if (failure is { } why)
            {
                _failures[type] = why;
            }
            all = answer is null ? all : all?.And(answer) ?? answer;
        }
        if (all is null)
        {
            throw new EpdException(_failures[types[0]], "The EPD gave no medication.");
        }
        return await WithProductsAsync(epd, all with { Warnings = all.Warnings + _failures.Count }, cancellation);
    }

    public MedicineOverview Show(EpdAnswer answer)
    {
        var reader = new MedicineReader(options, new(answer.Of<Medication>(), baseAddress), baseAddress, now);
        var records = answer.Of<MedicationRecord>().Where(r => r is not MedicationAdministration given || IsRecent(given));
        var overview = MedicineOverview.Of(reader.Read(records), Since, options.MaximumAdministrations, answer.FetchedAt);
        return overview with { Failures = _failures, MayMissSome = answer.IsIncomplete };
    }

    /// <summary>A server may not have honoured the date; what has none is shown.</summary>
    private bool IsRecent(MedicationAdministration given) =>
        (given.Effective?.Period?.End ?? given.Effective?.Period?.Start ?? given.Effective?.DateTime) is not { } at
        || DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at.LatestInstant(Periods.Zone), Periods.Zone).DateTime) >= Since;

    private EpdQuery Query(string type)
    {
        (string Name, string Value)[] since = type is "MedicationAdministration"
            ? [("effective-time", "ge" + Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))] : [];
        (string Name, string Value)[] includes = options.Includes ? [("_include", $"{type}:medication")] : [];
        return EpdQuery.Search(type, [("patient", grant.PatientId), .. since, .. includes]);
    }

    private async Task<EpdAnswer> WithProductsAsync(IEpd epd, EpdAnswer answer, CancellationToken cancellation)
    {
        var missing = new MedicineProducts(answer.Of<Medication>(), baseAddress).Missing(answer.Of<MedicationRecord>());
        var asked = missing.Chunk(Batch).Select(ids => TryAsync(epd, EpdQuery.Search("Medication", ("_id", string.Join(',', ids))), cancellation)).ToList();
        foreach (var asking in asked)
        {
            var (products, failure) = await asking;
            if (failure is { } why)
            {
                _failures["Medication"] = why;
            }
            // Names that failed make the section incomplete, not empty.
            answer = products is null
                ? answer with { Warnings = answer.Warnings + 1 }
                : answer.And(products with { Resources = [.. products.Of<Medication>()] });
        }
        return answer;
    }

    private async Task<(EpdAnswer? Answer, EpdFailure? Failure)> TryAsync(IEpd epd, EpdQuery query, CancellationToken cancellation)
    {
        try
        {
            return (await epd.SearchAsync(grant, query, cancellation), null);
        }
        catch (EpdException e)
        {
            return (null, e.Failure);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return (null, EpdFailure.TimedOut);
        }
    }
}
