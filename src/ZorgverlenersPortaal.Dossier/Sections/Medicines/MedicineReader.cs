using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>Makes the medicines of the page of what the EPD gave. Pure: the same answer and moment give the same medicines.</summary>
internal sealed class MedicineReader(MedicineOptions options, MedicineProducts products, Uri baseAddress, DateTimeOffset now)
{
    private readonly CodeList _discharge = options.Discharge;

    /// <summary>Everything but what was recorded by mistake; stops marked on what they stop.</summary>
    public IReadOnlyList<Medicine> Read(IEnumerable<MedicationRecord> records) =>
        MedicineStops.Apply([.. records.Where(r => !r.IsEnteredInError).Select(Of)], now);

    private Medicine Of(MedicationRecord record)
    {
        var kind = MedicineKinds.Of(record, options);
        var period = PeriodOf(record);
        var at = Moment(record);
        if (record.NotUnderstood is not null)
        {
            return new()
            {
                Source = record.VersionedReference,
                Kind = kind,
                State = MedicineState.Unknown,
                StateText = MedicineState.Unknown.Text(),
                Name = "Medicatie",
                Start = WrittenDate.Of(period?.Start ?? at),
                IsNotUnderstood = true,
            };
        }
        var span = UseSpan.Of(period, at);
        var state = MedicineStates.Of(record, kind, span, now);
        var product = products.Find(record);
        var dosage = record is MedicationAdministration given ? DosageText.Of(record, given.Dosage) : DosageText.Of(record, Dosages(record));
        return Circumstances(record, new()
        {
            Source = record.VersionedReference,
            Kind = kind,
            State = state,
            StateText = StopText(state, period?.End, record.StopType is not null),
            Name = product.Name ?? MedicineProducts.UnknownName,
            IsNameUnknown = product.Name is null,
            Dosage = dosage.Text,
            IsDosageUnsafe = dosage.IsUnsafe,
            Cycle = record.Cycle is { } cycle ? DosageWords.Amount(cycle) ?? "lengte onbekend" : null,
            Start = WrittenDate.Of(period?.Start ?? (record is MedicationDispense or MedicationAdministration ? at : null)),
            End = WrittenDate.Of(period?.End),
            Duration = period?.Duration is { } length ? DosageWords.Amount(length) : null,
            PeriodMissing = (period?.StartAbsentReason ?? period?.EndAbsentReason) is { } reason ? AbsentReasons.Of(reason) : null,
            StopType = record.StopType is { } stop ? Words.Of(stop) ?? "soort stop onbekend" : null,
            Treatment = record.Treatment is { Value: { } value } treatment ? $"{treatment.System}|{value}" : null,
            Products = product.Keys,
            ProductSource = product.Source,
            Span = state is MedicineState.Stopped or MedicineState.Ended ? span.EndedSomeTime() : span,
            EndDate = period?.End,
        });
    }

    /// <summary>"Gestopt per …" of a date that is over, "Stopt per …" of one to come.</summary>
    internal string StopText(MedicineState state, FhirDateTime? date, bool isStop)
    {
        if (state is not MedicineState.Stopped)
        {
            return state.Text();
        }
        return date is null ? isStop ? "Gestopt, datum onbekend" : state.Text()
            : (date.EarliestInstant(Periods.Zone) > now ? "Stopt per " : "Gestopt per ") + WrittenDate.Of(date)!.Date;
    }

    private Medicine Circumstances(MedicationRecord record, Medicine medicine) => record switch
    {
        MedicationRequest request => medicine with
        {
            Recorded = WrittenDate.Of(request.AuthoredOn),
            By = Words.Name(request.Requester, request),
            Reason = Words.Join([Words.Of(request.ReasonCodes), .. request.ReasonReferences.Select(r => Words.Of(r.Display))]),
            StateReason = Words.Of(request.StatusReason),
            PatientInstruction = Told(request.Dosages),
            Notes = Remark.Of(request.Notes, request),
            IsForDischarge = _discharge.HasAny(request.Categories),
            EncounterId = request.Encounter is { } stay && ReferenceResolver.Resolve(stay, baseAddress) is { Type: "Encounter", Id: { } id } ? id : null,
        },
        MedicationStatement use => medicine with
        {
            Recorded = WrittenDate.Of(use.DateAsserted),
            By = Words.Name(use.Prescriber, use) ?? Words.Name(use.InformationSource, use),
            Reason = Words.Join([Words.Of(use.ReasonCodes), .. use.ReasonReferences.Select(r => Words.Of(r.Display))]),
            StateReason = Words.Of(use.StatusReasons),
            PatientInstruction = Told(use.Dosages),
            Notes = Remark.Of(use.Notes, use),
        },
        MedicationDispense dispense => medicine with
        {
            Recorded = WrittenDate.Of(dispense.AgreedAt ?? dispense.WhenPrepared),
            By = Words.Join(dispense.Performers.Select(p => Words.Name(p, dispense))),
            StateReason = Words.Join([Words.Of(dispense.AgreementReason), Words.Of(dispense.StatusReason?.Concept), Words.Of(dispense.StatusReason?.Reference?.Display)]),
            PatientInstruction = Told(dispense.Dosages),
            Amount = Words.Join([dispense.Quantity is { } q ? DosageWords.Amount(q) : null, dispense.DaysSupply is { } d && DosageWords.Amount(d) is { } days ? $"voor {days}" : null]),
            Notes = Remark.Of(dispense.Notes, dispense),
        },
        MedicationAdministration given => medicine with
        {
            By = Words.Join(given.Performers.Select(p => Words.Name(p, given))),
            Reason = Words.Of(given.ReasonCodes),
            StateReason = Words.Of(given.StatusReasons),
            Notes = Remark.Of(given.Notes, given),
        },
        _ => medicine,
    };

    private static DosageList? Dosages(MedicationRecord record) => record switch
    {
        MedicationRequest request => request.Dosages,
        MedicationStatement use => use.Dosages,
        MedicationDispense dispense => dispense.Dosages,
        _ => null,
    };

    private static string? Told(DosageList? dosages) => Words.Join(dosages?.Items.Select(d => Words.Of(d.PatientInstruction)) ?? []);

    /// <summary>nl-core's period of use; else what R4 has for it, where there is only one dosage to have it from.</summary>
    private static Period? PeriodOf(MedicationRecord record) => record.UsePeriod ?? record switch
    {
        MedicationStatement use => use.Effective?.Period ?? (use.Effective?.DateTime is { } at ? new Period(at, null) : null),
        MedicationAdministration given => given.Effective?.Period,
        _ => Dosages(record) is { IsDamaged: false, Items: [{ Timing.Repeat.BoundsPeriod: { } bounds }] } ? bounds : null,
    };

    /// <summary>When it was agreed or done: the start of use where no period is given.</summary>
    private static FhirDateTime? Moment(MedicationRecord record) => record switch
    {
        MedicationRequest request => request.AuthoredOn,
        MedicationDispense dispense => dispense.WhenHandedOver ?? dispense.AgreedAt ?? dispense.WhenPrepared,
        MedicationAdministration given => given.Effective?.DateTime,
        _ => null,
    };
}
