using System.Globalization;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>Reads the facts that explain looks. What the EPD cannot tell is left out, and counts as unknown and never as absent (R7).</summary>
public sealed class FactsReader
{
    /// <summary>Patients asked about at once: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    private static readonly string[] _restricting = ["EMP", "CEL"];

    private readonly IEpd _epd;
    private readonly PatientProtections _protections;
    private readonly EpdOptions _options;
    private readonly TimeProvider _clock;

    internal FactsReader(IEpd epd, PatientProtections protections, EpdOptions options, TimeProvider clock) => (_epd, _protections, _options, _clock) = (epd, protections, options, clock);

    /// <summary>The facts of those patients whom the EPD could give.</summary>
    public async Task<IReadOnlyDictionary<string, PatientFacts>> ReadAsync(ExplanationGrant grant, FactsQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(question);
        Dictionary<string, PatientFacts> all = new(StringComparer.Ordinal);
        foreach (var ids in question.Patients.Chunk(Batch))
        {
            var patients = await AskAsync(grant, EpdQuery.Search("Patient", ("_id", string.Join(',', ids))), cancellation);
            var contacts = question.ContactsFrom is { } from ? await ContactsAsync(grant, ids, from, cancellation) : null;
            foreach (var patient in patients?.Of<Patient>() ?? [])
            {
                all[patient.Id!] = await OfAsync(patient, contacts, question.ContactsFrom is not null, cancellation);
            }
        }
        return all;
    }

    private async Task<PatientFacts> OfAsync(Patient patient, ILookup<string, Explanation>? contacts, bool asksContacts, CancellationToken cancellation) => new()
    {
        PatientId = patient.Id!,
        Reference = patient.VersionedReference,
        Surnames = [.. patient.Names.Where(name => name.Use is not "old").SelectMany(name => new[] { name.Family, name.OwnName, name.PartnerName }).OfType<string>()],
        Addresses = [.. patient.Addresses.Where(address => address.Use is not "old").SelectMany(address => address.Lines.Select(line => Homes.Key(address.PostalCode, line))).OfType<string>()],
        Died = patient.DeceasedDateTime is { Precision: FhirDatePrecision.Day or FhirDatePrecision.Time } died ? LookFolder.DayOf(died.EarliestInstant(Periods.Zone)) : null,
        Restriction = asksContacts ? await RestrictionAsync(patient, cancellation) : null,
        Contacts = [.. contacts?[patient.Id!] ?? []],
        HasContacts = contacts is not null,
    };

    /// <summary>By a label of the Patient, or the hospital's own list.</summary>
    private async Task<string?> RestrictionAsync(Patient patient, CancellationToken cancellation) =>
        patient.SecurityLabels.Any(label => _restricting.Contains(label.Code, StringComparer.Ordinal))
            ? patient.VersionedReference
            : (await _protections.InForceAsync(patient, cancellation)).FirstOrDefault(entry => entry.Kind != ProtectionKind.PatientWish) is { } entry ? "protection/" + entry.Id : null;

    /// <summary>All contacts by patient; null when one of the questions had no whole answer.</summary>
    private async Task<ILookup<string, Explanation>?> ContactsAsync(ExplanationGrant grant, string[] ids, DateOnly from, CancellationToken cancellation)
    {
        var (patients, since) = (("patient", string.Join(',', ids)), "ge" + from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var answers = await Task.WhenAll(
            AskAsync(grant, EpdQuery.Search("Encounter", patients, ("date", since)), cancellation),
            AskAsync(grant, EpdQuery.Search("Appointment", patients, ("date", since)), cancellation),
            AskAsync(grant, EpdQuery.Search("ServiceRequest", patients, ("authored", since)), cancellation),
            AskAsync(grant, EpdQuery.Search("DocumentReference", patients, ("status", "current,superseded"), ("date", since)), cancellation));
        return answers.Any(answer => answer is null or { IsIncomplete: true })
            ? null
            : answers.SelectMany(answer => answer!.Resources)
                .Select(resource => (Patient: Subjects.Of(resource, _options.Base), Contact: Contacts.Of(resource)))
                .Where(one => one is { Patient: not null, Contact: not null })
                .ToLookup(one => one.Patient!, one => one.Contact!, StringComparer.Ordinal);
    }

    private async Task<EpdAnswer?> AskAsync(ExplanationGrant grant, EpdQuery query, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_options.SectionSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await _epd.SearchAsync(grant, query, both.Token);
        }
        catch (EpdException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
