import ArgumentParser
import Levekar

/// The command `levekar`: arguments, exit codes and progress, and no logic.
@main
struct LevekarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "levekar",
    abstract: "Indicators of living conditions: levels, trends and comparisons, with honest uncertainty.",
    discussion: """
      levekar refresh Data/larvik/programme.yml     refresh a knowledge base and its pages
      levekar trend figures.csv                     the trend of every zone in a file

      Exit codes: 0 ok, 1 a check found problems or a source failed, 2 refused with a reason, 64 usage, \
      65 bad data, 66 no input, 69 no source answered, 70 a defect, 73 cannot write, 75 try again later.
      """,
    version: EngineVersion.text,
    subcommands: [
      InitCommand.self, RefreshCommand.self, ImportCommand.self, ListCommand.self, DescribeCommand.self,
      CheckCommand.self, LevelCommand.self, BaselineCommand.self, TrendCommand.self, CompareCommand.self,
      StandardiseCommand.self, RankCommand.self, TargetCommand.self, InequalityCommand.self,
      ShrinkCommand.self, CompositeCommand.self,
      ExportCommand.self, ExplainCommand.self,
      LifeExpectancyCommand.self, ParticipationCommand.self, SurveyCommand.self, EffectCommand.self,
      PowerCommand.self,
    ])
}
