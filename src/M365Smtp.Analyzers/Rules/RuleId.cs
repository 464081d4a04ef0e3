namespace M365Smtp.Analyzers.Rules;

/// <summary>The ids, so that <c>nameof</c> keeps them from drifting. The thousand is the topic and the folder.</summary>
internal enum RuleId
{
    SMTP0001,
    SMTP1001, SMTP1002, SMTP1003, SMTP1004, SMTP1005, SMTP1006, SMTP1007,
    SMTP2001, SMTP2002, SMTP2003, SMTP2004, SMTP2005,
    SMTP3000, SMTP3001, SMTP3002, SMTP3003, SMTP3004, SMTP3005, SMTP3006,
    SMTP4001, SMTP4002, SMTP4003, SMTP4004, SMTP4005, SMTP4006, SMTP4007, SMTP4008, SMTP4009,
    SMTP5001, SMTP5002,
}
