using System.Globalization;
using System.Security.Cryptography;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

internal sealed partial class IdentityProbe
{
    /// <summary>
    /// Finds the one person. Whoever is not found cost the EPD one search, whatever the reason: unknown, another birth date, two
    /// of them (R16); only for who is found is more asked.
    /// </summary>
    internal sealed class Lookup(IEpd epd, EpdOptions options, DecisionQuestions questions)
    {
        /// <summary>A chain of merged records longer than this is a fault of the EPD.</summary>
        private const int MaximumMerges = 3;

        /// <summary>Throws <see cref="EpdException"/> when the EPD cannot tell.</summary>
        public async Task<IdentityFound> FindAsync(Visit visit, PatientIdentity identity, CancellationToken cancellation)
        {
            var probe = Probe(visit, identity);
            var answer = await epd.SearchAsync(probe, probe._search, cancellation);
            var found = await JudgeAsync(probe, answer, cancellation);
            return found with { Strangers = answer.Strangers };
        }

        /// <summary>
        /// What finding out about a stranger's patient costs, asked about nobody: a record, a general practitioner and a second
        /// search. For a search that may only find the doctor's own, so that its duration tells nothing either (R16).
        /// </summary>
        public async Task PretendAsync(Visit visit, PatientIdentity identity, CancellationToken cancellation)
        {
            var probe = Probe(visit, identity);
            var nobody = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            probe._nobody = nobody;
            await TryAsync(() => ReadAsync<Patient>(probe, nobody, cancellation));
            await Task.WhenAll([
                TryAsync(() => ReadAsync<Practitioner>(probe, nobody, cancellation)),
                TryAsync(() => epd.SearchAsync(probe, probe._search, cancellation)),
                .. questions.Types.Select(type => TryAsync(() => epd.SearchAsync(probe, EpdQuery.Search(type, ("patient", nobody)), cancellation))),
            ]);
        }

        private static async Task TryAsync<T>(Func<Task<T>> ask)
        {
            try
            {
                await ask();
            }
            catch (EpdException e) when (e.Failure == EpdFailure.NotFound)
            {
                // Nobody is there, which is what was asked for. An EPD that fails here fails for a stranger's patient as well.
            }
        }

        private IdentityProbe Probe(Visit visit, PatientIdentity identity) => new(identity, Query(identity) with { InBody = options.BsnSearch == "Post" }, questions.Types, visit);

        private static EpdQuery Query(PatientIdentity identity) => identity.Bsn is { } bsn
            ? EpdQuery.Search("Patient", ("identifier", NamingSystems.BsnToken(bsn)))
            : EpdQuery.Search(
                "Patient",
                ("family", string.Join(',', Surnames.Asked(identity.Surname!).Select(Escaped))),
                ("birthdate", identity.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("address-postalcode", $"{identity.Postcode},{identity.Postcode![..4]} {identity.Postcode[4..]}"));

        /// <summary>Commas, bars and dollars mean something in a search (FHIR R4 §3.1.1.4.1).</summary>
        private static string Escaped(string value) => string.Concat(value.Select(c => c is '\\' or ',' or '|' or '$' ? "\\" + c : c.ToString()));

        private async Task<IdentityFound> JudgeAsync(IdentityProbe probe, EpdAnswer answer, CancellationToken cancellation)
        {
            var records = answer.Of<Patient>().ToList();
            if (answer.IsCut || answer.Warnings > 0)
            {
                return new(SearchOutcome.Incomplete);
            }
            if (records.Count == 0)
            {
                return new(SearchOutcome.NotFound);
            }
            if (records.Exists(record => record.NotUnderstood is not null))
            {
                return new(SearchOutcome.NotUnderstood);
            }
            if (!records.Exists(record => record.BirthDate?.Day == probe._identity.BirthDate))
            {
                return new(SearchOutcome.OtherBirthDate);
            }
            HashSet<string> survivors = new(StringComparer.Ordinal);
            foreach (var record in records)
            {
                if (await SurvivorAsync(probe, record, cancellation) is not { } id)
                {
                    return new(SearchOutcome.NotUnderstood);
                }
                survivors.Add(id);
            }
            return survivors.Count == 1
                ? new(SearchOutcome.Found, survivors.Single())
                : new(probe._identity.Bsn is null ? SearchOutcome.Several : SearchOutcome.TwoRecords);
        }

        /// <summary>The record this one was merged into, or itself; null when that cannot be told.</summary>
        private async Task<string?> SurvivorAsync(IdentityProbe probe, Patient record, CancellationToken cancellation)
        {
            for (var merges = 0; merges <= MaximumMerges; merges++)
            {
                if (record.NotUnderstood is not null)
                {
                    return null;
                }
                if (record.Links.All(link => link.Type != "replaced-by"))
                {
                    // The survivor is judged anew: what it was merged from may have been another's.
                    return record.BirthDate?.Day == probe._identity.BirthDate || merges == 0 ? record.Id : null;
                }
                var next = record.Links.Where(link => link is { Type: "replaced-by", Other: not null })
                    .Select(link => ReferenceResolver.Resolve(link.Other!, options.Base))
                    .FirstOrDefault(other => other is { Kind: ReferenceKind.Resource, Type: "Patient" })?.Id;
                if (next is null)
                {
                    return null;
                }
                try
                {
                    record = await ReadAsync<Patient>(probe, next, cancellation);
                }
                catch (EpdException e) when (e.Failure == EpdFailure.NotFound)
                {
                    return null;
                }
            }
            return null;
        }

        private Task<T> ReadAsync<T>(IdentityProbe probe, string id, CancellationToken cancellation) where T : Resource
        {
            probe._readable.Add($"{typeof(T).Name}/{id}");
            return epd.ReadAsync<T>(probe, EpdQuery.Read(typeof(T).Name, id), cancellation);
        }
    }
}
