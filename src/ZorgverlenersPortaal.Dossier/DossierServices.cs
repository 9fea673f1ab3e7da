using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Dossier.Maintenance;
using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Live;
using ZorgverlenersPortaal.Dossier.Sections.Past;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Dossier.Sections.Review;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Dossier.TreatmentRelations;

namespace ZorgverlenersPortaal.Dossier;

/// <summary>Registers the dossier: what is internal here is reached only through the services named public.</summary>
public static class DossierServices
{
    /// <summary>Adds the dossier with checked options; the caller registers the trail, what reads it (<see cref="AuditLog"/>, <see cref="AuditEvidence"/>) and the clock.</summary>
    public static IServiceCollection AddDossier(this IServiceCollection services, DossierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Delegations.OwnPractice = options.Access.OwnPractice;
        return services
            .AddSingleton(options.Storage)
            .AddSingleton<Database>()
            .AddSingleton<FreshReads>()
            .AddState(options.State)
            .AddAccounts(options.Accounts)
            .AddRemembered(options.Accounts)
            .AddDelegations(options.Delegations)
            .AddEpd(options.Epd)
            .AddAccess(options)
            .AddAccessPolicy(options.Access)
            .AddReview(options.Review)
            .AddSections(options.Epd, options.Sections)
            .AddExplanations(options.Explanations)
            .AddLive(options.Epd);
    }

    private static IServiceCollection AddEpd(this IServiceCollection services, EpdOptions epd) => services
        .AddSingleton(epd)
        .AddSingleton(s => new EpdHealth(epd, s.GetRequiredService<TimeProvider>(), Logger<EpdHealth>(s)))
        .AddSingleton(s => new EpdConnection(epd, s.GetRequiredService<EpdHealth>(), s.GetRequiredService<TimeProvider>(), Logger<EpdConnection>(s)))
        .AddSingleton<EpdTransport>()
        .AddSingleton<EpdContents>()
        .AddSingleton(s => new EpdCheck(s.GetRequiredService<EpdConnection>(), s.GetRequiredService<EpdTransport>(), epd, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<FhirEpd>()
        .AddSingleton<IEpd>(s => new SensitivityFilter(new SharedQuestions(s.GetRequiredService<FhirEpd>()), s.GetRequiredService<SensitivityPolicy>()))
        .AddSingleton(s => new EpdCapabilities(s.GetRequiredService<EpdTransport>(), epd, s.GetRequiredService<TimeProvider>(), Logger<EpdCapabilities>(s)))
        .AddHostedService(s => s.GetRequiredService<EpdCapabilities>());

    private static IServiceCollection AddAccess(this IServiceCollection services, DossierOptions options) => services
        .AddSingleton(options.Access)
        .AddSingleton<RelationProbe.Lookup>()
        .AddEmergencyAccess(options.Emergency)
        .AddSingleton(new DecisionQuestions([.. options.Access.Consents.AskEpd ? ["Consent"] : Array.Empty<string>(), .. options.Access.CareTeamRoles.Count > 0 ? ["CareTeam"] : Array.Empty<string>()]))
        .AddSingleton<RoleMatrix>()
        .AddSingleton<Standing>()
        .AddSingleton<DecisionWalks>()
        .AddSingleton<PatientGrant.Decider>()
        .AddSingleton<ListGrant.Decider>()
        .AddSingleton<ReviewGrant.Decider>()
        .AddSingleton(s => new ReviewDesk(s.GetRequiredService<ReviewGrant.Decider>()))
        .AddSingleton(s => new RefusalBook(
            s.GetRequiredService<AuditTrail>(), s.GetRequiredService<AttemptLimits>(), options.Access, (s.GetRequiredService<SeenBook>(), s.GetRequiredService<TimeProvider>())))
        .AddSingleton(s => new AccessControl(
            s.GetRequiredService<PatientGrant.Decider>(), s.GetRequiredService<ListGrant.Decider>(),
            s.GetRequiredService<RefusalBook>(), options.Epd, s.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddAccessPolicy(this IServiceCollection services, AccessOptions access) => services
        .AddSingleton(access.Sensitivity)
        .AddSingleton<SensitivityPolicy>()
        .AddSingleton(s => new RoleMatrixOffice(s.GetRequiredService<RecordedChange>(), s.GetRequiredService<RoleMatrix>()))
        .AddConsents(access.Consents)
        .AddSingleton<MaintenanceNotice>()
        .AddHostedService(s => s.GetRequiredService<MaintenanceNotice>())
        .AddSingleton(s => new MaintenancePlan(s.GetRequiredService<RecordedChange>(), s.GetRequiredService<Database>(), s.GetRequiredService<MaintenanceNotice>()))
        .AddSingleton<PatientRestrictions>()
        .AddSingleton<PatientWishes>()
        .AddSingleton<ListDenials>()
        .AddSingleton<ListWishes>()
        .AddHostedService<AccessPolicyAtStart>();

    private static IServiceCollection AddConsents(this IServiceCollection services, ConsentOptions consents)
    {
        services
            .AddSingleton(consents)
            .AddSingleton<BsnSeal>()
            .AddSingleton<DenialActors>()
            .AddSingleton(s => new PatientProtections(
                s.GetRequiredService<RecordedChange>(), (s.GetRequiredService<Database>(), s.GetRequiredService<FreshReads>()), s.GetRequiredService<BsnSeal>(), s.GetRequiredService<EpdOptions>()))
            .AddSingleton<IConsentSource, HospitalListSource>()
            .AddSingleton<Objections>();
        return consents.AskEpd ? services.AddSingleton<IConsentSource, EpdConsentSource>() : services;
    }

    private static IServiceCollection AddSections(this IServiceCollection services, EpdOptions epd, SectionOptions sections) => services
        .AddSingleton<SectionFetcher>()
        .AddSingleton<SectionRecorder>()
        .AddSingleton(s => new PatientSearches(s.GetRequiredService<IEpd>(), s.GetRequiredService<EpdCapabilities>(), epd, s.GetRequiredService<TimeProvider>(), Logger<PatientSearches>(s)))
        .AddSingleton<PatientLadder>()
        .AddSingleton(s => new DossierReader(
            s.GetRequiredService<SectionFetcher>(), s.GetRequiredService<SectionRecorder>(), epd, sections, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new PastReader(
            s.GetRequiredService<SectionFetcher>(), s.GetRequiredService<SectionRecorder>(), s.GetRequiredService<EpdCapabilities>(), epd, sections))
        .AddSingleton(s => new ReviewReader(
            s.GetRequiredService<IEpd>(), s.GetRequiredService<EpdCapabilities>(), epd, s.GetRequiredService<AuditTrail>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new LetterReader(
            (s.GetRequiredService<IEpd>(), s.GetRequiredService<EpdContents>()), s.GetRequiredService<SectionRecorder>(), epd, sections.Letters, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(new LetterShelfReader(epd.Base, sections.Letters))
        .AddSingleton<LetterWords>()
        .AddSingleton(s => new LetterViews(
            (s.GetRequiredService<SectionFetcher>(), s.GetRequiredService<SectionRecorder>()), s.GetRequiredService<LetterShelfReader>(), s.GetRequiredService<LetterWords>(), epd, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new PdfText(sections.Letters.Search, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new LetterPdfs(
            s.GetRequiredService<EpdContents>(), s.GetRequiredService<PdfText>(), sections.Letters.Search, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new LetterSearcher(
            s.GetRequiredService<SectionFetcher>(), s.GetRequiredService<SectionRecorder>(), s.GetRequiredService<LetterShelfReader>(), s.GetRequiredService<LetterWords>(), s.GetRequiredService<LetterPdfs>()))
        .AddSingleton(s => new LetterClock(sections.Letters, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new DischargeLetters(
            (s.GetRequiredService<IEpd>(), epd), s.GetRequiredService<LetterShelfReader>(), s.GetRequiredService<LetterClock>(), s.GetRequiredService<AuditTrail>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new OpenResultsReader(s.GetRequiredService<IEpd>(), epd, sections, s.GetRequiredService<AuditTrail>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new PatientListReader(
            (s.GetRequiredService<PatientLadder>(), s.GetRequiredService<ListWishes>(), s.GetRequiredService<PinBook>()), s.GetRequiredService<AuditTrail>(), epd, sections, s.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddExplanations(this IServiceCollection services, ExplanationOptions explanations) => services
        .AddSingleton(explanations)
        .AddSingleton(explanations.Rules())
        .AddSingleton<ExplanationGrant.Decider>()
        .AddSingleton(s => new FactsReader(s.GetRequiredService<IEpd>(), s.GetRequiredService<PatientProtections>(), s.GetRequiredService<EpdOptions>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new LookDesk(
            s.GetRequiredService<ExplanationGrant.Decider>(), s.GetRequiredService<FactsReader>(), (s.GetRequiredService<ReviewRules>(), explanations.Homes()),
            (s.GetRequiredService<AuditTrail>(), s.GetRequiredService<AuditLog>()), s.GetRequiredService<TimeProvider>()))
        .AddHostedService<ReviewRulesAtStart>();

    private static IServiceCollection AddEmergencyAccess(this IServiceCollection services, EmergencyOptions emergency)
    {
        return services
            .AddSingleton(emergency)
            .AddSingleton<EmergencyRegister>()
            .AddSingleton<IdentityProbe.Lookup>()
            .AddSingleton<SearchBrake>()
            .AddSingleton<PatientFinder>()
            .AddSingleton(s => new EmergencyCases(s.GetRequiredService<Database>(), emergency, s.GetRequiredService<TimeProvider>()))
            .AddSingleton(s => new EmergencyDesk(
                s.GetRequiredService<Database>(), s.GetRequiredService<AuditTrail>(), emergency, s.GetRequiredService<TimeProvider>()))
            .AddSingleton(s => new EmergencyEscalation(
                s.GetRequiredService<Database>(), s.GetRequiredService<AuditTrail>(), emergency, s.GetRequiredService<TimeProvider>()))
            .AddHostedService<EmergencyEscalationEachHour>()
            .AddSingleton(s => new EmergencyDoor(
                s.GetRequiredService<PatientFinder>(), s.GetRequiredService<PatientGrant.Decider>(), s.GetRequiredService<EmergencyDesk>(),
                s.GetRequiredService<EmergencyCases>(), (emergency, s.GetRequiredService<TimeProvider>())));
    }

    private static IServiceCollection AddReview(this IServiceCollection services, ReviewOptions review) => services
        .AddSingleton(review)
        .AddSingleton<CaseRecording>()
        .AddSingleton(s => new ReviewCases(s.GetRequiredService<CaseRecording>(), s.GetRequiredService<AuditEvidence>(), review))
        .AddSingleton(s => new CaseDesk(s.GetRequiredService<CaseRecording>(), review))
        .AddSingleton(s => new CaseReader(s.GetRequiredService<CaseRecording>(), s.GetRequiredService<AuditEvidence>(), s.GetRequiredService<AuditTrail>()))
        .AddSingleton(s => new CaseQuestions(s.GetRequiredService<CaseRecording>(), s.GetRequiredService<FreshReads>(), review))
        .AddSingleton(s => new EmergencyReviews(s.GetRequiredService<CaseRecording>(), s.GetRequiredService<AuditEvidence>(), s.GetRequiredService<ReviewCases>(), review))
        .AddSingleton<ReviewReports>()
        .AddHostedService<EmergencyReviewsInRounds>();

    private static IServiceCollection AddLive(this IServiceCollection services, EpdOptions epd) => services
        .AddSingleton<EpdNews>()
        .AddSingleton<LastUpdatedSupport>()
        .AddSingleton<RecentChanges>()
        .AddSingleton<ListLook>()
        .AddSingleton(s => new ListWatches(
            s.GetRequiredService<ListLook>(), s.GetRequiredService<AuditTrail>(), epd, s.GetRequiredService<EpdNews>(),
            (s.GetRequiredService<TimeProvider>(), Logger<ListWatches>(s))));

    private static IServiceCollection AddDelegations(this IServiceCollection services, DelegationOptions delegations) => services
        .AddSingleton(delegations)
        .AddSingleton<DelegationReading>()
        .AddSingleton<DelegationChanges>()
        .AddSingleton<DelegationCheck>()
        .AddSingleton(s => new ReceivedDelegations(s.GetRequiredService<FreshReads>(), s.GetRequiredService<DelegationReading>(), delegations))
        .AddSingleton(s => new DelegationBook(
            s.GetRequiredService<Database>(), s.GetRequiredService<DelegationReading>(), s.GetRequiredService<ReceivedDelegations>(), delegations))
        .AddSingleton(s => new DelegationDesk(s.GetRequiredService<DelegationChanges>()))
        .AddSingleton(s => new DelegationOffice(s.GetRequiredService<DelegationChanges>()));

    private static IServiceCollection AddAccounts(this IServiceCollection services, AccountsOptions accounts) => services
        .AddSingleton(accounts)
        .AddSingleton<AccountRegister>()
        .AddSingleton<ListChoices>()
        .AddSingleton<AccountNews>()
        .AddSingleton<AccountHistory>()
        .AddSingleton<SignInBook>()
        .AddSingleton<AgbConflicts>()
        .AddSingleton<AttemptLimits>()
        .AddSingleton<RecordedChange>()
        .AddSingleton(s => new AccountDirectory(s.GetRequiredService<Database>(), accounts, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new AccountOffice(s.GetRequiredService<RecordedChange>(), accounts))
        .AddSingleton(s => new AccountImport(s.GetRequiredService<RecordedChange>(), accounts))
        .AddSingleton(s => new AccountReview(s.GetRequiredService<RecordedChange>(), s.GetRequiredService<Database>(), accounts))
        .AddSingleton(s => new AccountRequests(
            s.GetRequiredService<RecordedChange>(), s.GetRequiredService<Database>(), s.GetRequiredService<AttemptLimits>()))
        .AddSingleton(s => new BlockCodes(s.GetRequiredService<RecordedChange>()))
        .AddSingleton(s => new SelfBlock(
            s.GetRequiredService<RecordedChange>(), s.GetRequiredService<AccountRegister>(), s.GetRequiredService<AttemptLimits>()));

    private static IServiceCollection AddRemembered(this IServiceCollection services, AccountsOptions accounts) => services
        .AddSingleton<MemorySeal>()
        .AddSingleton(s => new PinBook(s.GetRequiredService<Database>(), s.GetRequiredService<MemorySeal>(), accounts, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new SeenBook(s.GetRequiredService<Database>(), s.GetRequiredService<MemorySeal>(), accounts, s.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddState(this IServiceCollection services, StateOptions state) => state.IsShared
        ? services.AddSingleton(state).AddSingleton<RedisConnection>().AddSingleton<ISharedState, RedisState>()
        : services.AddSingleton(state).AddSingleton<ISharedState, MemoryState>();

    /// <summary>Commands run without a log.</summary>
    private static ILogger Logger<T>(IServiceProvider services) => (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger<T>();
}
